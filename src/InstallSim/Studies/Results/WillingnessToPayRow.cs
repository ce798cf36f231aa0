using InstallSim.Choice.Analysis;
using InstallSim.Outputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>What the number of a willingness to pay is.</summary>
public enum WorthKind
{
    /// <summary>The ratio of two coefficients that are the same for all.</summary>
    Ratio,

    /// <summary>The mean over people.</summary>
    Mean,

    /// <summary>The median over people: there is no mean.</summary>
    Median,
}

/// <summary>A willingness to pay with its intervals, each of 95 %.</summary>
/// <param name="Name">Variable.</param>
/// <param name="Estimate">Its value in units of the denominator.</param>
/// <param name="StandardError">Standard error by the delta method.</param>
/// <param name="Lower">Lower end of the interval by the method that the study names; by the delta method where that has none.</param>
/// <param name="Upper">Upper end of that interval.</param>
public sealed record WillingnessToPayRow(string Name, double Estimate, double StandardError, double Lower, double Upper)
{
    /// <summary>What the number is.</summary>
    public WorthKind Kind { get; init; }

    /// <summary>The side of a reference that it is of, as in <c>cost &lt; 4</c>, which its name ends in; empty: of all.</summary>
    public string Where { get; init; } = "";

    /// <summary>Its name without the side.</summary>
    public string Variable => Where.Length == 0 ? Name : Name[..^(Where.Length + 3)];

    /// <summary>The denominator's coefficient.</summary>
    public string By { get; init; } = "";

    /// <summary>Levels of effects coding that it is minus the sum of; empty: of no others.</summary>
    public IReadOnlyList<string> MinusSumOf { get; init; } = [];

    /// <summary>By the delta method.</summary>
    public required Interval Delta { get; init; }

    /// <summary>By simulating the estimates (Krinsky and Robb 1986); null where there is none.</summary>
    public Interval? KrinskyRobb { get; init; }

    /// <summary>By Fieller's theorem (1954), of ratios of two estimates; null where it is none.</summary>
    public FiellerSet? Fieller { get; init; }

    /// <summary>Percentiles over resampled people; null where the standard errors are others.</summary>
    public Interval? Bootstrap { get; init; }

    /// <summary>The distribution over people; null where both coefficients are the same for all.</summary>
    public PeoplesPay? People { get; init; }

    /// <summary>What the numbers are, for headings, in a language.</summary>
    public static string Title(Study study, ReportText language)
    {
        WillingnessToPaySettings settings = study.WillingnessToPay!;
        string own = settings.ShownUnit(language), of = settings.Denominator;
        string unit = own.Length > 0 ? own : language.Say($"units of {of}", $"unités de {of}");
        return settings.Income
            ? language.Say($"worth in income ({unit})", $"valeur en revenu ({unit})")
            : language.Say($"willingness to pay ({unit})", $"consentement à payer ({unit})");
    }

    /// <summary>The row with the method's interval first, turned where the denominator is an income.</summary>
    internal static WillingnessToPayRow Of(WillingnessToPayRow found, WillingnessToPaySettings settings)
    {
        WillingnessToPayRow row = settings.Income ? found.Turned() : found;
        Interval main = settings.Method switch
        {
            WillingnessToPayMethod.KrinskyRobb when row.KrinskyRobb is { } simulated => simulated,
            WillingnessToPayMethod.Fieller when row.Fieller is { } set => set.Kind == FiellerKind.Interval
                ? new Interval(set.Estimate, double.NaN, set.Lower, set.Upper)
                : new Interval(set.Estimate, double.NaN, double.NegativeInfinity, double.PositiveInfinity),
            _ => row.Delta,
        };
        return row with { Lower = main.Lower, Upper = main.Upper };
    }

    /// <summary>Times −1.</summary>
    private WillingnessToPayRow Turned() => this with
    {
        Estimate = -Estimate,
        Delta = Delta.Turned(),
        KrinskyRobb = KrinskyRobb?.Turned(),
        Bootstrap = Bootstrap?.Turned(),
        Fieller = Fieller is null ? null : Fieller with { Estimate = -Fieller.Estimate, Lower = -Fieller.Upper, Upper = -Fieller.Lower },
        People = People?.Turned(),
    };
}
