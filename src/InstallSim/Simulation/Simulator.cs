using InstallSim.Accessibility;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Simulates one scenario once, year after year. The stages of <see cref="Step"/> are the headings of docs/model.md.</summary>
public sealed class Simulator
{
    private readonly PreparedScenario _prepared;
    private readonly RunState _state;
    private readonly PreparedMetric _metric;
    private readonly ChoiceStage _choices;
    private readonly Recorder _recorder;

    /// <summary>Prepares a run.</summary>
    /// <param name="prepared">Scenario and data.</param>
    /// <param name="replication">Replication, from 0.</param>
    /// <param name="threads">Threads for origins and for the choices of a year; the result does not depend on them.</param>
    /// <param name="start">What the same replication of a scenario that starts as this one does has
    /// left; found anew when not given.</param>
    public Simulator(PreparedScenario prepared, int replication, int threads = 1, MarketStart? start = null)
    {
        (_prepared, WarmedUp) = (prepared, start);
        _state = new RunState(prepared, replication, start?.Physicians)
        {
            Year = prepared.Scenario.Years.From,
            Threads = new RunThreads(threads),
        };
        _state.History.EnsureCapacity(2 * _state.Physicians.Name.Length); // some 1.6 events a physician
        _metric = prepared.Scenario.Accessibility.Prepare(prepared.Territories, prepared.TravelTimes);
        _choices = new ChoiceStage(_state);
        _recorder = new Recorder(prepared);
    }

    /// <summary>
    /// Policies of which the record says whom they reached; null, as by default, for all. What is in force reaches all physicians, year
    /// after year, and only what a scenario adds is compared.
    /// </summary>
    public IReadOnlyList<int>? Followed
    {
        get => _state.Followed;
        init => _state.Followed = value;
    }

    /// <summary>What other scenarios of the replication want, where choices are looked for first; null, as by default, for none.</summary>
    internal LikelyChoices? Likely
    {
        init => _state.Likely = value;
    }

    /// <summary>What the years before the start left; null until the run has started.</summary>
    public MarketStart? WarmedUp { get; private set; }

    /// <summary>Runs all years.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public RunRecord Run(CancellationToken stop = default)
    {
        Start();
        for (int year = _prepared.Scenario.Years.From + 1; year <= _prepared.Scenario.Years.Until; year++)
        {
            stop.ThrowIfCancellationRequested();
            Step(year);
        }

        return _recorder.Close(_state);
    }

    /// <summary>
    /// The run in a year of choices, replication by replication as <see cref="Run"/> has it, when policies have acted and nobody has
    /// chosen yet.
    /// </summary>
    /// <param name="year">The year, after the first.</param>
    /// <param name="stop">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal RunState BeforeChoices(int year, CancellationToken stop = default)
    {
        Start();
        for (int before = _prepared.Scenario.Years.From + 1; before < year; before++)
        {
            stop.ThrowIfCancellationRequested();
            Step(before);
        }

        BeginYear(year);
        return _state;
    }

    /// <summary>The market of the start, before any policy and any choice, of replication 0.</summary>
    /// <remarks>Nobody there has a place of birth or training: no policy asks for them, and drawing them takes the most time.</remarks>
    internal static RunState StartOf(PreparedScenario prepared, int threads = 1)
    {
        var simulator = new Simulator(prepared, 0, threads);
        simulator.SetUp(areOriginsDrawn: false);
        return simulator._state;
    }

    private void SetUp(bool areOriginsDrawn)
    {
        InitialStock.Make(_prepared, _state, areOriginsDrawn);
        MeasureAccessibility();
        Zoning.Revise(_prepared, _state);
        Market.Update(_state);
    }

    private void Start()
    {
        if (WarmedUp is null)
        {
            SetUp(areOriginsDrawn: true);
            WarmUp();
            WarmedUp = new MarketStart(_state);
        }
        else
        {
            WarmedUp.GiveTo(_state);
        }

        for (int i = 0; i < _state.Accessibility.Length; i++)
        {
            _state.Events.UnderDenseAtStart[i] = _prepared.Territories.Population[i] > 0
                && _state.Accessibility[i] < _prepared.Scenario.Zoning.UnderDenseBelow;
        }

        PolicyStage.HelpAtStart(_state);
        MeasureAccessibility();
        _recorder.Record(_state);
    }

    /// <summary>
    /// Makes the locums of the start: the cohorts of the years before enter and choose in the market of the start; who takes a place or
    /// an opt-out is in the published stock already, and is forgotten; who is still a locum is one at the start.
    /// </summary>
    private void WarmUp()
    {
        int start = _state.Year;
        PolicyStage.BeginYear(_state);
        _state.Newcomers.Prepare(_state);
        if (_prepared.Utility.HasPlaceEffects)
        {
            PlaceEffects.Find(_state);
        }

        _state.Participation = new ParticipationSolver(_state, ParticipationSolver.Sample(_prepared)).Solve();
        for (int year = start - _prepared.Scenario.Physicians.WarmUpYears + 1; year <= start; year++)
        {
            _state.Year = year;
            State.Graduates.EnterBeforeStart(_prepared, _state);
            _choices.KeepLocums();
        }

        PhysicianTable p = _state.Physicians;
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Locum)
            {
                _state.Note(n, NoPlace.Locum, EventKind.Entered);
            }
        }
    }

    private void BeginYear(int year)
    {
        _state.Year = year;
        _state.Events.Clear();
        AgeAndExit();
        Graduate();
        MeasureAccessibilityAndZoning();
        ApplyPolicies();
    }

    private void Step(int year)
    {
        BeginYear(year);
        _choices.Choose();
        _choices.Install();
        FeedBack();
        Record();
    }

    private void Graduate() => Graduates.Enter(_prepared, _state);

    private void MeasureAccessibilityAndZoning()
    {
        MeasureAccessibility();
        Zoning.Revise(_prepared, _state);
        Market.Update(_state);
    }

    private void Record()
    {
        MeasureAccessibility();
        PolicyStage.Pay(_state);
        _recorder.Record(_state);
    }

    private void MeasureAccessibility()
    {
        double[] fte = _state.Physicians.Fte;
        Supply.Measure(_state.View(), n => fte[n], 1, _state.Supply);
        _metric.Compute(_state.View(), _state.Accessibility);
    }

    private void ApplyPolicies() => PolicyStage.Apply(_state);

    private void FeedBack() => PracticeStage.FeedBack(_state);

    private void AgeAndExit()
    {
        Market.FadeLists(_state);
        Exits.Take(_prepared, _state);
    }
}
