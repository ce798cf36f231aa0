using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>ξ: what draws to a territory beyond all that is observed of it, in utils, told by who practises there at the start.</summary>
internal sealed class PlaceEffect : ITerritoryVariable
{
    public string Name => "place-effect";

    public string Definition =>
        "ξ, what draws to the territory beyond all that is observed of it, as those who practise there at the start and are under 60 tell; "
        + "1 as they tell, 0 for none.";

    public string French =>
        "ξ, ce qui attire dans le territoire au-delà de tout ce qui en est observé, d’après ceux qui y exercent au départ et ont moins de "
        + "60 ans\u00a0; 1\u00a0: autant qu’ils le disent, 0\u00a0: rien.";

    public string Unit => "utils";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public void Fill(in YearView year, Span<double> x)
    {
        x.Clear();
        year.PlaceEffects.CopyTo(x);
    }
}
