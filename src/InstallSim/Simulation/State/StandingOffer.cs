using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// An offer of money as it stands this year. What enters a utility is what the ledger would pay: once the budget refuses somebody, the
/// offer is withdrawn, or cut where the budget shares in proportion, and whoever wanted a place for it chooses again.
/// </summary>
internal sealed class StandingOffer(int policy, uint policyKey, Offer act)
{
    /// <summary>Policy that makes it.</summary>
    public int Policy { get; } = policy;

    /// <summary>What was stated.</summary>
    public Offer Act { get; } = act;

    /// <summary>Share of the money that is left of it, 0–1; 0 when withdrawn.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>Payment a year, k€.</summary>
    public double KeurPerYear => Factor * Act.KeurPerYear;

    /// <summary>Whether only some see it: in one form of practice, or who know of it.</summary>
    public bool HasOwnColumn => Act.Form is not null || Act.KnownTo < 1;

    /// <summary>Whether it pays those who come as such.</summary>
    public bool IsFor(Chooser chooser) => (Act.To & (chooser == Chooser.Newcomer ? Recipients.FirstInstallations : Recipients.Movers)) != 0;

    /// <summary>Whether a physician knows of it, for life.</summary>
    public bool IsKnownTo(RunState state, int physician) => Act.KnownTo >= 1
        || state.Key(DrawPurpose.Awareness, 0, state.Physicians.Name[physician]).Uniform((int)(policyKey & 0x3FFFFFFF))
            < Consider.Odds(Act.KnownTo, state.AwarenessTimes);

    /// <summary>Whether it would pay a physician for coming to alternative j from outside its territory.</summary>
    public bool Pays(RunState state, int physician, int alternative, Chooser chooser) =>
        KeurPerYear > 0 && Act.Where[AlternativeTable.Territory(alternative)]
        && IsFor(chooser)
        && (Act.Form is null || Act.Form == AlternativeTable.Form(alternative))
        && IsKnownTo(state, physician);

    /// <summary>Adds what it is worth a year to the territories, or to the alternatives of its form.</summary>
    public void AddWorth(Annuity annuity, double[] worth)
    {
        double keur = Act.WorthKeurPerYear is { } other ? Factor * other : annuity.Of(KeurPerYear, Act.Years);
        for (int i = 0; i < Act.Where.Length; i++)
        {
            if (Act.Where[i])
            {
                worth[Act.Form is { } form ? AlternativeTable.Of(i, form) : i] += keur;
            }
        }
    }
}

/// <summary>A public commitment to pay a physician for practising in a territory.</summary>
/// <param name="Policy">Policy that pays.</param>
/// <param name="Physician">Row of the physician.</param>
/// <param name="Territory">Where they must practise.</param>
/// <param name="From">First year paid.</param>
/// <param name="Until">Last year paid.</param>
/// <param name="KeurPerYear">Payment, k€/year.</param>
/// <param name="CommittedUntil">Last year of the commitment; before <paramref name="From"/> when there is none.</param>
internal readonly record struct Contract(
    int Policy, int Physician, int Territory, int From, int Until, double KeurPerYear, int CommittedUntil)
{
    /// <summary>Form of practice that they must keep; null for any.</summary>
    public PracticeForm? Form { get; init; }

    /// <summary>Money to pay back by who leaves in a year: of all that was paid until then, the part not served.</summary>
    public double Owed(int leaving)
    {
        double paid = KeurPerYear * (Math.Min(Until + 1, leaving) - From);
        return leaving > CommittedUntil ? 0 : paid * (CommittedUntil + 1 - leaving) / (CommittedUntil + 1 - From);
    }
}

/// <summary>What a physician has for staying, k€/year over the horizon.</summary>
/// <param name="Territory">Lost by who leaves the territory.</param>
/// <param name="Form">Lost by who leaves the territory, and by who only changes the form of practice there.</param>
internal readonly record struct Stake(double Territory, double Form)
{
    public static Stake operator +(Stake a, Stake b) => new(a.Territory + b.Territory, a.Form + b.Form);

    /// <summary>Money for staying, or for staying in one form of practice.</summary>
    public static Stake Of(double keur, PracticeForm? form) => form is null ? new(keur, 0) : new(0, keur);
}

/// <summary>Money promised this year to who is there already, if they stay.</summary>
/// <param name="Policy">Policy that pays.</param>
/// <param name="Physician">Row of the physician.</param>
/// <param name="Territory">Where they must stay.</param>
/// <param name="Form">Form of practice that they must keep; null for any.</param>
/// <param name="Keur">Payment, k€.</param>
internal readonly record struct StayPromise(int Policy, int Physician, int Territory, PracticeForm? Form, double Keur);
