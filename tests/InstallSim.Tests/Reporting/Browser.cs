using Microsoft.Playwright;

namespace InstallSim.Tests.Reporting;

/// <summary>
/// Debian's Chromium, driven by Playwright, for pages whose script draws; tests are skipped where it is
/// not installed or the page has no script.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Milliseconds to wait for what a page shall show: a busy machine draws slowly.</summary>
    private const float Patience = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts the browser.</summary>
    public static async Task<Browser> StartAsync()
    {
        Node.NeedBundle();
        if (!File.Exists(Chromium))
        {
            Assert.Ignore($"needs {Chromium} (apt-get install chromium)");
        }

        var playwright = await Playwright.CreateAsync().WaitAsync(TimeSpan.FromMilliseconds(Patience));
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browser(playwright, browser);
    }

    /// <summary>Opens a page of its own and waits until its figures are drawn.</summary>
    public async Task<OpenedPage> OpenAsync(
        string file, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, bool bypassPolicy = false,
        string hash = "")
    {
        var opened = new OpenedPage(async listen =>
        {
            var context = await _browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = scheme,
                AcceptDownloads = true,
                BypassCSP = bypassPolicy,
            });
            context.SetDefaultTimeout(Patience);
            var page = await context.NewPageAsync();
            listen(page);
            await page.GotoAsync("file://" + Path.GetFullPath(file) + hash);
            await page.WaitForSelectorAsync("html[data-ready]");
            return page;
        });
        await opened.OpenAsync();
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.CloseAsync().WaitAsync(TimeSpan.FromMilliseconds(Patience));
        }
        catch (TimeoutException)
        {
            // The end of Playwright ends it as well.
        }

        _playwright.Dispose();
    }
}

/// <summary>A page with all that went wrong on it and all that it asked for.</summary>
/// <param name="open">Opens it, and gives it to those who listen before it loads.</param>
internal sealed class OpenedPage(Func<Action<IPage>, Task<IPage>> open) : IAsyncDisposable
{
    /// <summary>The page.</summary>
    public IPage Page { get; private set; } = null!; // set by OpenAsync

    /// <summary>Opens the page, anew where it is open.</summary>
    public async Task OpenAsync()
    {
        if (Page is not null)
        {
            await Page.Context.CloseAsync();
        }

        Complaints.Clear();
        Requests.Clear();
        Page = await open(Listen);
    }

    private void Listen(IPage page)
    {
        page.Console += (_, m) =>
        {
            if (m.Type is "error" or "warning")
            {
                Complaints.Add(m.Text);
            }
        };
        page.Dialog += async (_, d) =>
        {
            Complaints.Add("dialog: " + d.Message);
            await d.DismissAsync();
        };
        page.PageError += (_, e) => Complaints.Add(e);
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith("file:", StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal)
                && !r.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                Requests.Add(r.Url);
            }
        };
    }

    /// <summary>Errors and warnings of the console, and exceptions.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses asked for outside the file.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>A figure of the page.</summary>
    public ILocator Figure(string id) => Page.Locator($"[data-figure={id}]");

    /// <summary>The heading of a figure in a language.</summary>
    public async Task<string> HeadingAsync(string id, string language) =>
        (await Figure(id).Locator($"h3 [lang={language}]").TextContentAsync())!.Trim();

    /// <summary>Clicks and returns the text of the file that comes.</summary>
    public async Task<(string Name, byte[] Content)> DownloadAsync(Func<Task> click)
    {
        var download = await Page.RunAndWaitForDownloadAsync(click);
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    /// <summary>Texts of drawn figures that stick out of their figure, where they are cut off or lie over something else.</summary>
    public async Task<string[]> CutTextsAsync() => await Page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('[data-figure] svg')].flatMap((svg) => {
          const all = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('text')].filter((text) => {
            const box = text.getBoundingClientRect();
            return text.textContent !== ''
              && (box.left < all.left - 2 || box.right > all.right + 2 || box.top < all.top - 2 || box.bottom > all.bottom + 2);
          }).map((text) => `${svg.closest('[data-figure]').dataset.figure}: ${text.textContent}`);
        })
        """);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    /// <summary>
    /// Scrolls through the page so that every figure is drawn; returns how many drawn shapes each has. A figure is drawn once the browser
    /// says, with a frame, that it is near the window. Now and then a page of a busy headless Chromium gets no frame any more, not even
    /// for a picture of it, while the next page is well: that one is opened anew.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>> DrawAllAsync()
    {
        for (int tries = 1; ; tries++)
        {
            var marks = new Dictionary<string, int>(StringComparer.Ordinal);
            string? missing = await DrawInOrderAsync(marks);
            if (missing is null)
            {
                return marks;
            }

            bool hasFrames = await HasFramesAsync();
            Assert.That(!hasFrames && tries < 3, Is.True, $"{missing} was not drawn in page {tries}, which "
                + $"{(hasFrames ? "has" : "has no")} frames; it said: {string.Join("; ", Complaints)}");
            await OpenAsync();
        }
    }

    /// <summary>Counts the shapes of figures until one is not drawn, and returns its name; null where all are.</summary>
    private async Task<string?> DrawInOrderAsync(Dictionary<string, int> marks)
    {
        foreach (var figure in await Page.Locator("[data-figure]").AllAsync())
        {
            string id = (await figure.GetAttributeAsync("data-figure"))!;
            if (!await IsDrawnAsync(figure))
            {
                return id;
            }

            marks[id] = await figure.Locator(".chart svg [class*=role-mark] > *").CountAsync();
        }

        return null;
    }

    /// <summary>Scrolls to a figure until it is drawn, or for 20 s.</summary>
    private static async Task<bool> IsDrawnAsync(ILocator figure) => await figure.EvaluateAsync<bool>("""
        async (figure) => {
          const end = Date.now() + 20000;
          for (figure.scrollIntoView(); !figure.querySelector('.chart svg') && Date.now() < end; figure.scrollIntoView()) {
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          return figure.querySelector('.chart svg') !== null;
        }
        """);

    private async Task<bool> HasFramesAsync() => await Page.EvaluateAsync<bool>("""
        () => Promise.race([
          new Promise((resolve) => requestAnimationFrame(() => resolve(true))),
          new Promise((resolve) => setTimeout(() => resolve(false), 10000)),
        ])
        """);
}
