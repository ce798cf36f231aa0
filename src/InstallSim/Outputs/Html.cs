using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace InstallSim.Outputs;

/// <summary>Markup that may be put into the page as it is.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup operator +(Markup a, Markup b) => new(a.Text + b.Text);

    public override string ToString() => Text;
}

/// <summary>Writes HTML as a template: interpolated text is escaped, interpolated <see cref="Markup"/> is not.</summary>
internal static class Html
{
    /// <summary>The markup that the template describes.</summary>
    public static Markup Of(HtmlTemplate template) => new(template.Text);

    /// <summary>Pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(p => p.Text)));

    /// <summary>The same block in every language; the page shows one of them.</summary>
    public static Markup Both(string element, Func<ReportText, Markup> write, string attributes = "") =>
        Join(ReportText.All.Select(t =>
            new Markup($"<{element} lang=\"{t.Language}\"{(attributes.Length == 0 ? "" : " " + attributes)}>{write(t)}</{element}>\n")));

    /// <summary>The same words in every language.</summary>
    public static Markup Words(string english, string french) => Both("span", t => Of($"{t.Say(english, french)}"));
}

/// <summary>Collects an HTML template; see <see cref="Html"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public string Text => _text.ToString();

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _text.Append(number);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);
}
