namespace InstallSim.Charts;

/// <summary>
/// Every colour of the report, in a light and a dark form. Scenario colours were searched for the greatest smallest distance (OKLab) among
/// themselves and the baseline's grey as seen with normal, protan, deutan and tritan vision, at a contrast of at least 4.5 with the page;
/// a test keeps both. Figures name light colours only; the page changes each to its dark form.
/// </summary>
internal static class Palette
{
    public const string Paper = "#ffffff";
    public const string Ink = "#1d2329";
    public const string Muted = "#56606a";
    public const string Grid = "#e3e6e9";
    public const string Rule = "#9aa3ac";
    public const string Faint = "#c9ced3";
    public const string Baseline = "#5b6470";

    /// <summary>People worse off, under-dense, a loss.</summary>
    public const string Bad = "#b3470a";

    /// <summary>People better off, a gain.</summary>
    public const string Good = "#0a6f69";

    /// <summary>No clear difference.</summary>
    public const string Unclear = "#6b747d";

    /// <summary>
    /// One colour a scenario, in the order of the manifest without the baseline; the ninth begins again, which labels make harmless.
    /// </summary>
    public static IReadOnlyList<string> Scenarios { get; } =
        ["#126df5", "#a1420b", "#0c6944", "#935ba0", "#c01a5e", "#a26a07", "#25397e", "#55110e"];

    /// <summary>Levels in five classes; the first two are under-dense.</summary>
    public static IReadOnlyList<string> Level { get; } = ["#a63a0a", "#eda267", "#cfe6e3", "#6db3ae", "#0f6b66"];

    /// <summary>Changes in seven classes, loss to gain, grey in the middle.</summary>
    public static IReadOnlyList<string> Change { get; } = ["#8c3a12", "#d08350", "#efcdb2", "#eaecee", "#abd6d0", "#56a9a2", "#0a625d"];

    /// <summary>Need (three rows, low to high) by gain (three columns, none to large).</summary>
    public static IReadOnlyList<string> Bivariate { get; } =
        ["#e8eaec", "#a9cfd8", "#5aa9bd", "#efc39f", "#a3a48f", "#4f8385", "#d9762c", "#8f6338", "#2f4a44"];

    /// <summary>Kinds of territory: urban, periurban, rural.</summary>
    public static IReadOnlyList<string> Areas { get; } = ["#3d5a99", "#7f6fb0", "#5d7a1f"];

    /// <summary>Light colour → dark colour, for every colour above.</summary>
    public static IReadOnlyDictionary<string, string> Dark { get; } = Pairs();

    private static Dictionary<string, string> Pairs()
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Paper] = "#14181d",
            [Ink] = "#e8ebee",
            [Muted] = "#a9b2bb",
            [Grid] = "#2b3138",
            [Rule] = "#6c7680",
            [Faint] = "#474f58",
            [Baseline] = "#a7b0ba",
            [Bad] = "#f0894a",
            [Good] = "#4fc3b8",
            [Unclear] = "#98a1aa",
        };
        Add(Scenarios, ["#3d95ff", "#dd5c00", "#51eead", "#aa83c2", "#b96c79", "#fbc031", "#d0d3ff", "#f98a73"]);
        Add(Level, ["#f26b21", "#a8581f", "#234a4a", "#2f8f88", "#7be0d5"]);
        Add(Change, ["#f5813f", "#b65f2c", "#5e4433", "#333a41", "#2b524f", "#2f8f88", "#7be0d5"]);
        Add(Bivariate, ["#2a3036", "#2f5b68", "#3f9bb3", "#6b4a33", "#6f7061", "#6fb0b0", "#c9702f", "#d8a070", "#d5f0e6"]);
        Add(Areas, ["#8ba6e6", "#b7a8e6", "#a8c45f"]);
        return pairs;

        void Add(IReadOnlyList<string> light, string[] dark)
        {
            for (int i = 0; i < light.Count; i++)
            {
                pairs[light[i]] = dark[i];
            }
        }
    }
}
