using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>The job market is limited for a partner with a career; concerns physicians who have one.</summary>
internal sealed class PartnerJobs : ITerritoryVariable
{
    public string Name => "partner-jobs-limited";

    public string Definition => "The job market is limited for a partner with a career; concerns physicians who have one.";

    public string French =>
        "Le marché de l’emploi est étroit pour un conjoint qui a une carrière\u00a0; concerne les médecins qui en ont un.";

    public string Unit => "0–1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public void Fill(in YearView year, Span<double> x) => year.Territories.PartnerJobsLimited.CopyTo(x);

    public bool HasWeight => true;

    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        physicians.Partner[physician] == Partner.Career ? 1 : 0;
}
