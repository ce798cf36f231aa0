using InstallSim.Choice.Kernels;
using InstallSim.Preferences;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Chooses for one physician after another: one thread's share of the candidates, with its scratch.</summary>
internal sealed class Decider
{
    private readonly RunState _state;
    private readonly PhysicianTable _physicians;
    private readonly NestedMaximiser _newcomers, _incumbents;
    private readonly (int, int, int, int) _columns;
    private readonly double[] _territory, _form, _own;
    private readonly double[] _near;
    private readonly OptOutErrors[] _errors = new OptOutErrors[OptOutErrors.Most];
    private readonly CoupleOptions[] _couple;
    private readonly (double Coefficient, int Anchor)[] _anchors = new (double, int)[VariableCatalog.Distance.Count];

    /// <summary>Prepares the scratch for the columns of this year.</summary>
    /// <param name="state">The run, prospects prepared.</param>
    /// <param name="physicians">Whose choices; those of the run when not given.</param>
    public Decider(RunState state, PhysicianTable? physicians = null)
    {
        (_state, _physicians, _columns) = (state, physicians ?? state.Physicians, ColumnsOf(state));
        (NestedBlocks newcomers, NestedBlocks incumbents) = (state.Newcomers.Blocks, state.Incumbents.Blocks);
        _newcomers = new NestedMaximiser(newcomers, state.Prepared.Distances);
        _incumbents = new NestedMaximiser(incumbents, state.Prepared.Distances);
        _territory = new double[Math.Max(newcomers.GroupColumns, incumbents.GroupColumns)];
        _form = new double[Math.Max(newcomers.FormColumns, incumbents.FormColumns)];
        _own = new double[AlternativeTable.Forms];
        int territories = state.Prepared.Commuting.Length;
        _near = new double[territories];
        _couple = territories == 0 ? []
            : [new(new double[territories], new int[territories]), new(new double[territories], new int[territories])];
    }

    /// <summary>What leaving would cost physicians under a contract, k€/year, by row.</summary>
    public Dictionary<int, Stake> Held { get; set; } = [];

    /// <summary>What each physician likely wants, as <see cref="LikelyChoices.Of"/> has it.</summary>
    public int[]? Likely { get; set; }

    /// <summary>Whether the year has as many columns as the scratch was prepared for.</summary>
    public bool Fits => ColumnsOf(_state) == _columns;

    /// <summary>What a physician wants: an alternative, J + o for opt-out o, −1 to stay.</summary>
    public int Choose(int n)
    {
        DrawErrors([n]);
        return Choose(n, _errors[0]);
    }

    /// <summary>What each of some physicians wants, the same as one by one.</summary>
    /// <param name="physicians">Whose choices.</param>
    /// <param name="wanted">By row, filled for them.</param>
    public void Choose(ReadOnlySpan<int> physicians, int[] wanted)
    {
        for (int from = 0; from < physicians.Length; from += OptOutErrors.Most)
        {
            ReadOnlySpan<int> some = physicians.Slice(from, Math.Min(OptOutErrors.Most, physicians.Length - from));
            DrawErrors(some);
            int at = 0;
            foreach (int n in some)
            {
                wanted[n] = Choose(n, _errors[at]);
                at += _physicians.Stage[n] == Stage.Locum ? 1 : 0;
            }
        }
    }

    /// <summary>V of all alternatives open to a locum who considers them, −∞ for the others, utils, shape [F, I].</summary>
    /// <returns>The largest; 0 when there is none.</returns>
    public double FillSystematic(int n, Span<double> v, bool isEverywhereConsidered = false)
    {
        NestedSituation situation = Situation(n, _state.Newcomers, [], double.NegativeInfinity, -1);
        _newcomers.FillSystematic(situation, v);
        int territories = _state.Vacancies.Length;
        double highest = double.NegativeInfinity;
        for (int i = 0; i < territories; i++)
        {
            bool isConsidered = isEverywhereConsidered || situation.Considered.Uniform(i) < situation.Consideration[i];
            for (int k = i; k < v.Length; k += territories)
            {
                v[k] = isConsidered ? v[k] : double.NegativeInfinity;
                highest = Math.Max(highest, v[k]);
            }
        }

        return double.IsNegativeInfinity(highest) ? 0 : highest;
    }

    /// <summary>V of one alternative for a locum, term by term, utils; they add up to what <see cref="FillSystematic"/> has.</summary>
    /// <param name="n">The locum.</param>
    /// <param name="alternative">Alternative j.</param>
    /// <param name="terms">
    /// Filled: what is promised to who comes, income without it, then each further variable of the territories, anchor and variable of
    /// the forms, as <see cref="SystematicUtility.Variables"/> has them.
    /// </param>
    public void FillTerms(int n, int alternative, Span<double> terms)
    {
        Prospects seen = _state.Newcomers;
        NestedSituation situation = Situation(n, seen, [], double.NegativeInfinity, -1);
        (int i, int at) = (AlternativeTable.Territory(alternative), 2);
        terms[0] = seen.OfferUtility(alternative, situation.GroupCoefficients, situation.FormCoefficients);
        terms[1] = situation.GroupCoefficients[SystematicUtility.IncomeColumn]
            * (seen.Blocks.GroupValue(SystematicUtility.IncomeColumn, i) - seen.ExtraIncome[i]);
        for (int k = 1; k < _state.Prepared.Utility.TerritoryColumns; k++)
        {
            terms[at++] = situation.GroupCoefficients[k] * seen.Blocks.GroupValue(k, i);
        }

        foreach ((double coefficient, int anchor) in situation.Anchors)
        {
            terms[at++] = coefficient * _state.Prepared.Distances.Value(anchor, i);
        }

        for (int k = 0; k < _state.Prepared.Utility.FormColumns; k++)
        {
            terms[at++] = situation.FormCoefficients[k] * seen.Blocks.FormValue(k, alternative);
        }
    }

    private static (int, int, int, int) ColumnsOf(RunState state) => (state.Newcomers.Blocks.GroupColumns,
        state.Newcomers.Blocks.FormColumns, state.Incumbents.Blocks.GroupColumns, state.Incumbents.Blocks.FormColumns);

    private int Choose(int n, in OptOutErrors errors)
    {
        if (_physicians.Stage[n] != Stage.Locum)
        {
            return Again(n);
        }

        int other = Couples.OtherOf(_physicians, n);
        return other >= 0 && _physicians.Stage[other] == Stage.Locum ? Together(n, other) : First(n, errors, isTied: other >= 0);
    }

    /// <summary>The errors of the locums among some physicians, one after another.</summary>
    private void DrawErrors(ReadOnlySpan<int> physicians)
    {
        int count = 0;
        Span<uint> names = stackalloc uint[OptOutErrors.Most];
        foreach (int n in physicians)
        {
            names[count] = _physicians.Name[n];
            count += _physicians.Stage[n] == Stage.Locum ? 1 : 0;
        }

        OptOutErrors.Fill(
            _state.Participation.Elasticity, _state.Key(DrawPurpose.Participation, _state.Year, 0), names[..count], _errors);
    }

    /// <summary>The choice of a locum whose partner is one too.</summary>
    private int Together(int n, int other)
    {
        (int one, int two) = n < other ? (n, other) : (other, n);
        Fill(one, _couple[0]);
        Fill(two, _couple[1]);
        var (first, second) = Couples.Choose(
            _state.Participation, _state.Prepared.Commuting, _couple[0], _couple[1], _state.Stock.Length);
        return n == one ? first : second;
    }

    private void Fill(int n, CoupleOptions options)
    {
        (Prospects prospects, NestedMaximiser seen) = SeenBy(n);
        seen.FillBest(Situation(n, prospects, [], double.NegativeInfinity, -1), options.Utility, options.Alternative);
        OptOutErrors errors = OptOutErrors.Of(
            _state.Participation.Elasticity, _state.Key(DrawPurpose.Participation, _state.Year, _physicians.Name[n]));
        options.OptOuts = _state.Participation.Values(
            errors, _physicians.BirthTerritory[n] >= 0, Bonds.Of(_state, n, _physicians) is null);
    }

    /// <summary>What a locum sees: what is paid for a first installation only who has not practised before.</summary>
    private (Prospects Prospects, NestedMaximiser Seen) SeenBy(int n) =>
        _physicians.FirstInstalled[n] == 0 ? (_state.Newcomers, _newcomers) : (_state.Incumbents, _incumbents);

    private int First(int n, in OptOutErrors errors, bool isTied)
    {
        bool isBound = Bonds.Of(_state, n, _physicians) is not null;
        (OptOut optOut, double floor) = _state.Participation.Draw(errors, _physicians.BirthTerritory[n] >= 0, !isBound, !isTied);
        (Prospects prospects, NestedMaximiser seen) = SeenBy(n);
        int chosen = double.IsPositiveInfinity(floor) ? -1 : seen.Choose(Situation(n, prospects, [], floor, -1));
        return chosen >= 0 ? chosen : _state.Stock.Length + (int)optOut;
    }

    /// <summary>
    /// The choice of an incumbent, whose own place is always considered. Who stays in the territory pays no moving cost, gets nothing of
    /// what is paid to those who come, keeps what is paid for staying and what a contract still pays, and pays nothing back; what is
    /// paid in one form of practice ends with it. ASSUMPTION: what a new form in the same territory would pay to those who come or stay is
    /// not weighed either.
    /// </summary>
    private int Again(int n)
    {
        int territory = _physicians.Territory[n], current = _state.PlaceOf(n);
        NestedSituation situation = Situation(n, _state.Incumbents, _own, double.NegativeInfinity, territory);
        double lambda = _territory[SystematicUtility.IncomeColumn], moving = _state.Scenario.Physicians.MovingCost;
        (double inTerritory, double inForm) = _state.PaidToStay.GetValueOrDefault(n) + Held.GetValueOrDefault(n);
        double staying = moving + (lambda * (inTerritory + inForm));
        double changing = moving + (lambda * inTerritory) - Math.Min(moving, _state.Scenario.Physicians.FormChangeCost);
        for (int f = 0; f < _own.Length; f++)
        {
            int j = AlternativeTable.Of(territory, (PracticeForm)f);
            double offered = _state.Incumbents.OfferUtility(j, _territory, _form);
            _own[f] = j == current ? staying - offered : _state.HasPlace(j) ? changing - offered : double.NegativeInfinity;
        }

        int chosen = _incumbents.Choose(situation);
        return chosen == current ? -1 : chosen;
    }

    private NestedSituation Situation(int n, Prospects prospects, ReadOnlySpan<double> own, double floor, int territory)
    {
        PhysicianTable p = _physicians;
        Bond? bond = Bonds.Of(_state, n, p);
        Span<double> coefficients = _territory.AsSpan(0, prospects.Blocks.GroupColumns),
            form = _form.AsSpan(0, prospects.Blocks.FormColumns);
        int age = p.Stage[n] == Stage.Installed ? _state.Year - p.BirthYear[n] : 0;
        _state.Prepared.Utility.Coefficients(p, n, _state.Key(DrawPurpose.Taste, 0, p.Name[n]), coefficients, form, _anchors, age);
        prospects.OfferCoefficients(_state, n, coefficients, form);
        return new NestedSituation
        {
            Errors = _state.Key(DrawPurpose.Installation, p.Spell[n], p.Name[n]),
            GroupCoefficients = coefficients,
            FormCoefficients = form,
            Anchors = _anchors,
            NestScale = _state.Prepared.FormScale,
            Floor = floor,
            OwnGroup = territory,
            OwnAdjustment = own,
            Consideration = Near(n, bond?.Consideration ?? _state.Consideration),
            Considered = _state.Key(DrawPurpose.Consideration, 0, p.Name[n]),
            Likely = LikelyOf(n),
        };
    }

    private int? LikelyOf(int n) =>
        n >= (Likely?.Length ?? 0) ? null : Likely![n] < _state.Stock.Length ? Likely[n] : -1;

    /// <summary>Consideration of who decides alone; of one whose partner practises, 0 but near to there.</summary>
    private double[] Near(int n, double[] consideration)
    {
        int tied = _couple.Length == 0 ? -1 : Couples.TiedTo(_physicians, n);
        if (tied < 0)
        {
            return consideration;
        }

        Array.Clear(_near);
        foreach (int i in _state.Prepared.Commuting[tied])
        {
            _near[i] = consideration[i];
        }

        return _near;
    }
}
