using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Lets at most a number of physicians a year settle in the territories concerned together, as Quebec's regional plans do (PREM).
/// </summary>
[Called("Regional quota", "Quota régional")]
internal sealed record RegionalQuota : Policy
{
    [Key("entries-per-year", "Physicians who may settle in the territories concerned in a year, first installations and moves together.",
        Required = true, Unit = "GPs/year", Min = 0, Max = 100000)]
    [French(
        "Médecins qui peuvent s’installer par an dans l’ensemble des territoires concernés, premières installations " +
        "et changements de lieu confondus.")]
    public int EntriesPerYear { get; init; }

    public override bool IsPaid => false;

    public override bool LimitsEntries => true;

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new Quota(where, EntriesPerYear));
}
