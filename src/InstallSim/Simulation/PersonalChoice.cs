using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// What one person wants in a year of a scenario, by the model's own utilities: over twins who share all that is said of the person and
/// differ in what the model draws for life (random coefficients, class where it is not said, which territories they consider, which aids
/// they know of). Twins have the same draws in all scenarios of a seed, so that what differs between scenarios is what policies change.
/// Probabilities are those of what is wanted, before the lottery where more want a place than there are places.
/// </summary>
public sealed class PersonalChoice
{
    /// <summary>Key of the term of what policies promise to who comes.</summary>
    public const string AidTerm = "aids";

    private readonly RunState _state;
    private readonly Decider _decider;
    private readonly int _first;
    private readonly double[] _probability;

    /// <summary>Runs a scenario up to the choices of a year, at the value of every number and in the world of replication 0.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="person">Who chooses.</param>
    /// <param name="year">The year, after the first.</param>
    /// <param name="twins">Twins, at least 1.</param>
    /// <param name="start">What a scenario that starts as this one does has left; null to find it.</param>
    /// <param name="stop">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public PersonalChoice(
        PreparedScenario prepared, Person person, int year, int twins, MarketStart? start = null, CancellationToken stop = default)
    {
        var simulator = new Simulator(prepared, 0, 1, start);
        _state = simulator.BeforeChoices(year, stop);
        WarmedUp = simulator.WarmedUp!;
        _first = _state.Physicians.Count;
        for (int r = 0; r < twins; r++)
        {
            Add(prepared, person, r);
        }

        _state.Newcomers.Prepare(_state);
        _decider = new Decider(_state);
        _probability = new double[_state.Stock.Length];
        OptOuts = new double[Enum.GetValues<OptOut>().Length];
        Average(person.BirthTerritory >= 0);
    }

    /// <summary>What the years before the start left, for a scenario that starts alike.</summary>
    public MarketStart WarmedUp { get; }

    /// <summary>Probability of each alternative j = F·i + form, shape [J].</summary>
    public IReadOnlyList<double> Probability => _probability;

    /// <summary>Probability of each opt-out, in the order of <see cref="OptOut"/>; with the alternatives they add up to 1.</summary>
    public double[] OptOuts { get; }

    /// <summary>Probability that a territory is considered at all.</summary>
    public double Considered(int territory) => _state.Consideration[territory];

    /// <summary>Whether alternative j exists and has a free place.</summary>
    public bool IsOpen(int alternative) => _state.HasPlace(alternative);

    /// <summary>Keys of the terms: aids, income without them, then each variable of the scenario's preferences.</summary>
    public IReadOnlyList<string> Terms => _state.Prepared.Utility.Variables is var (territory, anchors, form)
        ? [AidTerm, .. territory.Concat(anchors).Concat(form).Select(v => v.Name)]
        : [];

    /// <summary>The mean over twins of V of an alternative, utils, term by term; whether a twin considers it plays no part.</summary>
    public double[] TermsOf(int alternative)
    {
        double[] mean = new double[Terms.Count], terms = new double[Terms.Count];
        int twins = _state.Physicians.Count - _first;
        for (int n = _first; n < _state.Physicians.Count; n++)
        {
            _decider.FillTerms(n, alternative, terms);
            for (int k = 0; k < terms.Length; k++)
            {
                mean[k] += terms[k] / twins;
            }
        }

        return mean;
    }

    /// <summary>What each twin takes by the model's own draws of the year: an alternative, or J + opt-out. For tests of the rest.</summary>
    internal IEnumerable<int> Drawn() => Enumerable.Range(_first, _state.Physicians.Count - _first).Select(_decider.Choose);

    /// <summary>V of an alternative as the kernel has it, mean over those twins who consider its territory; NaN when none does.</summary>
    internal double KernelUtility(int alternative)
    {
        (double sum, int count) = (0, 0);
        var v = new double[_probability.Length];
        for (int n = _first; n < _state.Physicians.Count; n++)
        {
            _decider.FillSystematic(n, v);
            double own = v[Row(alternative)];
            (sum, count) = double.IsFinite(own) ? (sum + own, count + 1) : (sum, count);
        }

        return sum / count;
    }

    private int Row(int alternative) =>
        ((int)AlternativeTable.Form(alternative) * _state.Vacancies.Length) + AlternativeTable.Territory(alternative);

    private void Add(PreparedScenario prepared, Person person, int rank)
    {
        PhysicianTable p = _state.Physicians;
        int n = Graduates.Add(prepared, _state, Graduates.DescribedCohort, rank);
        p.BirthYear[n] = (short)(_state.Year - person.Age);
        p.IsWoman[n] = person.IsWoman;
        p.Fte[n] = prepared.Scenario.Physicians.WorkingTime.Of(person.IsWoman, p.BirthYear[n], person.Age);
        p.BirthTerritory[n] = person.BirthTerritory;
        p.TrainingTerritory[n] = person.TrainingTerritory;
        p.RuralTraining[n] = person.RuralTraining;
        p.Partner[n] = person.Partner;
        p.Children[n] = person.Children;
        p.PreferenceClass[n] = (byte)(person.PreferenceClass ?? p.PreferenceClass[n]);
        p.Spell[n] = (short)_state.Year;
    }

    private void Average(bool isBornHere)
    {
        int territories = _state.Vacancies.Length, twins = _state.Physicians.Count - _first;
        var places = new PlaceShares(territories, _state.Prepared.FormScale);
        double[] v = new double[_probability.Length], optOuts = new double[OptOuts.Length];
        for (int n = _first; n < _state.Physicians.Count; n++)
        {
            _decider.FillSystematic(n, v);
            double inclusive = places.Fill(v), place = _state.Participation.Probabilities(inclusive, isBornHere, optOuts);
            for (int j = 0; j < _probability.Length; j++)
            {
                _probability[j] += place * v[Row(j)] / twins;
            }

            for (int o = 0; o < optOuts.Length; o++)
            {
                OptOuts[o] += optOuts[o] / twins;
            }
        }
    }
}
