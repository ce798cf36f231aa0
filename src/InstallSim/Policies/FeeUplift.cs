using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Fees that are higher in some territories, or lower, for all who practise there as long as it is in force (<c>majoration des
/// honoraires</c>).
/// </summary>
[Called("Higher or lower fees", "Majoration ou minoration des honoraires")]
internal sealed record FeeUplift : Policy
{
    [Key("share", "Change of fees, a share of them: 0.1 for ten per cent more, -0.05 for five per cent less.",
        Required = true, Min = -0.5, Max = 2)]
    [Plausible(0.005, 1, "0.1 is 10 % of fees", "«\u00a00.1\u00a0» fait 10\u00a0% des honoraires")]
    [French("Variation des honoraires, en part de ceux-ci\u00a0: 0.1 pour dix pour cent de plus, -0.05 pour cinq pour cent de moins.")]
    public Quantity Share { get; init; } = 0;

    [Key("fees-per-income", "Fees for each euro of income, costs paid; all of the change is income.", Min = 1, Max = 5,
        Source = "ASSUMPTION")]
    [French("Honoraires pour un euro de revenu, charges payées\u00a0; toute la variation est du revenu.")]
    public Quantity FeesPerIncome { get; init; } = new() { Value = 1.8, Low = 1.5, High = 2.2, Source = "ASSUMPTION" };

    /// <summary>A cut at the low end of its share where fees are most of income; else what it is.</summary>
    public override double IncomeChange => Share.Value < 0
        ? (Share.Low ?? Share.Value) * (FeesPerIncome.High ?? FeesPerIncome.Value)
        : Share * FeesPerIncome;

    public override IEnumerable<(string Key, InputMessage Message)> Check()
    {
        foreach (var fault in base.Check())
        {
            yield return fault;
        }

        if (IncomeChange <= -1)
        {
            (double share, double fees) = (Share.Low ?? Share.Value, FeesPerIncome.High ?? FeesPerIncome.Value);
            yield return ("share", $"{share} of fees that are {fees} times the income is more than all of the income");
        }

        if (Budget is not null)
        {
            yield return ("budget", Package is null
                ? "fees are paid to all who practise, however many: no budget can hold them; remove 'budget'"
                : "fees are paid to all who practise, however many: no budget can hold them; say 'budget: null', for no budget of the "
                    + "package");
        }
    }

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new ChangeFees(where, Share * FeesPerIncome));
}
