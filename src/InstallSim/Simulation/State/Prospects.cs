using InstallSim.Choice.Kernels;
using InstallSim.Preferences;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// What one kind of chooser sees this year: the columns of the utility, with the money that is promised to it. Money promised to all in all
/// forms of practice adds to the column of income; an offer for one form, or that only some know of, has a column of its own.
/// </summary>
internal sealed class Prospects
{
    private readonly PreparedScenario _prepared;
    private readonly Chooser _chooser;
    private readonly List<(StandingOffer Offer, double[] Worth)> _ownColumn = [];
    private readonly double[] _scratch;
    private StandingOffer[] _shared = [];

    public Prospects(PreparedScenario prepared, Chooser chooser)
    {
        (_prepared, _chooser) = (prepared, chooser);
        ExtraIncome = new double[prepared.Territories.Count];
        _scratch = new double[AlternativeTable.Forms * prepared.Territories.Count];
        Blocks = new NestedBlocks(prepared.Territories.Count, AlternativeTable.Forms, prepared.Utility.TerritoryColumns,
            prepared.Utility.FormColumns);
    }

    public NestedBlocks Blocks { get; }

    /// <summary>Promised to all in all forms of practice, k€/year, by territory.</summary>
    public double[] ExtraIncome { get; }

    /// <summary>Fills everything for the year: columns, money, which forms are open; none where no list is to be taken over.</summary>
    public void Prepare(RunState state)
    {
        ArrangeColumns(state);
        Price();
        _prepared.Utility.Fill(state.View(ExtraIncome), Blocks, _scratch);
        FillOwnColumns();
        var open = new bool[Blocks.Alternatives];
        for (int j = 0; j < open.Length; j++)
        {
            open[j] = state.HasPlace(j) && state.Vacancies[AlternativeTable.Territory(j)] > 0;
        }

        Blocks.SetOpen(open);
    }

    /// <summary>Fills the money again, after an offer was withdrawn or cut.</summary>
    public void Reprice(RunState state)
    {
        Price();
        _prepared.Utility.FillIncome(state.View(ExtraIncome), Blocks, _scratch);
        FillOwnColumns();
    }

    /// <summary>Fills a physician's coefficients of the columns that offers have: λ for who knows of the offer, else 0.</summary>
    public void OfferCoefficients(RunState state, int physician, Span<double> territory, Span<double> form)
    {
        (int t, int f) = (_prepared.Utility.TerritoryColumns, _prepared.Utility.FormColumns);
        double lambda = territory[SystematicUtility.IncomeColumn];
        foreach ((StandingOffer offer, _) in _ownColumn)
        {
            double coefficient = offer.IsKnownTo(state, physician) ? lambda : 0;
            if (offer.Act.Form is null)
            {
                territory[t++] = coefficient;
            }
            else
            {
                form[f++] = coefficient;
            }
        }
    }

    /// <summary>What is promised to a physician who comes to alternative j, utils: the part of V that offers have.</summary>
    public double OfferUtility(int alternative, ReadOnlySpan<double> territory, ReadOnlySpan<double> form)
    {
        (int t, int f) = (_prepared.Utility.TerritoryColumns, _prepared.Utility.FormColumns);
        int i = AlternativeTable.Territory(alternative);
        double utility = territory[SystematicUtility.IncomeColumn] * ExtraIncome[i];
        foreach ((StandingOffer offer, double[] worth) in _ownColumn)
        {
            utility += offer.Act.Form is null ? territory[t++] * worth[i] : form[f++] * worth[alternative];
        }

        return utility;
    }

    private void ArrangeColumns(RunState state)
    {
        _ownColumn.Clear();
        foreach (StandingOffer offer in state.Offers.Where(o => o.IsFor(_chooser) && o.HasOwnColumn))
        {
            _ownColumn.Add((offer, new double[offer.Act.Form is null ? ExtraIncome.Length : Blocks.Alternatives]));
        }

        int ofTerritories = _ownColumn.Count(o => o.Offer.Act.Form is null);
        int territory = _prepared.Utility.TerritoryColumns + ofTerritories;
        int form = _prepared.Utility.FormColumns + _ownColumn.Count - ofTerritories;
        if ((territory, form) != (Blocks.GroupColumns, Blocks.FormColumns))
        {
            Blocks.Reshape(territory, form);
        }

        _shared = [.. state.Offers.Where(o => o.IsFor(_chooser) && !o.HasOwnColumn)];
    }

    private void Price()
    {
        Array.Clear(ExtraIncome);
        foreach (StandingOffer offer in _shared)
        {
            offer.AddWorth(_prepared.Annuity, ExtraIncome);
        }

        foreach ((StandingOffer offer, double[] worth) in _ownColumn)
        {
            Array.Clear(worth);
            offer.AddWorth(_prepared.Annuity, worth);
        }
    }

    private void FillOwnColumns()
    {
        (int t, int f) = (_prepared.Utility.TerritoryColumns, _prepared.Utility.FormColumns);
        foreach ((StandingOffer offer, double[] worth) in _ownColumn)
        {
            if (offer.Act.Form is null)
            {
                Blocks.SetGroupColumn(t++, worth);
            }
            else
            {
                Blocks.SetFormColumn(f++, worth);
            }
        }
    }
}
