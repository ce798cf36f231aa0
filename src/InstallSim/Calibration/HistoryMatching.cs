using InstallSim.Inputs;

namespace InstallSim.Calibration;

/// <summary>
/// History matching in waves: a space-filling design, a surface of each moment, and what is ruled out by it; the next wave looks closer at
/// what is left. After the first wave numbers that move no moment are held at the scenario's value, and moments that no number moves are
/// left out.
/// </summary>
public sealed class HistoryMatching
{
    /// <summary>Points of the plausible set that are kept.</summary>
    public const int Kept = 500;

    /// <summary>Level at which a number is said to move a moment; small, for terms of surfaces are chosen.</summary>
    private const double Level = 0.001;

    private readonly CalibrationSettings _settings;
    private readonly IReadOnlyList<Target> _targets;
    private readonly ParameterSpace _space;
    private readonly Evaluations _runs;
    private readonly List<Wave> _waves = [];
    private readonly List<WaveResult> _results = [];
    private readonly List<Words> _warnings = [];
    private readonly double[] _hold;
    private Chance[] _chance = [];

    /// <summary>Begins; nothing is simulated yet.</summary>
    /// <param name="settings">Waves, points, cutoff.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="space">The numbers.</param>
    /// <param name="runs">Simulates.</param>
    public HistoryMatching(CalibrationSettings settings, IReadOnlyList<Target> targets, ParameterSpace space, Evaluations runs)
    {
        (_settings, _targets, _space, _runs) = (settings, targets, space, runs);
        _hold = [.. space.Numbers.Select(_ => double.NaN)];
        Left = new PlausibleSpace([], _hold, Math.Max(settings.Points, 2), Seed);
    }

    /// <summary>What the waves found.</summary>
    public IReadOnlyList<WaveResult> Results => _results;

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<Words> Warnings => _warnings;

    /// <summary>What is left of the space.</summary>
    public PlausibleSpace Left { get; private set; }

    /// <summary>Chance of each moment.</summary>
    public IReadOnlyList<Chance> Chance => _chance;

    /// <summary>Whether each number moves some moment.</summary>
    public IReadOnlyList<bool> Moves => [.. _hold.Select(double.IsNaN)];

    /// <summary>The last wave; null before the first.</summary>
    public Wave? Last => _waves.Count == 0 ? null : _waves[^1];

    /// <summary>Where the targets stand.</summary>
    public Place Targets { get; init; } = new("targets");

    private uint Seed => _settings.Seed ?? 0;

    /// <summary>Runs the waves until they are done or nothing is left.</summary>
    /// <exception cref="InputException">No number moves any target.</exception>
    public void Run()
    {
        for (int wave = 1; wave <= _settings.Waves; wave++)
        {
            double[][] points = wave == 1
                ? PlausibleSpace.Sequence(_hold, _settings.Points, unchecked(Seed + 1))
                : Left.Points(_settings.Points, _runs.Points);
            if (points.Length < _settings.Points)
            {
                _warnings.Add(new Words(
                    $"wave {wave} is left out: too little of the space is left to look into",
                    $"la vague {wave} est omise\u00a0: il reste trop peu de l’espace pour y regarder"));
                return;
            }

            _runs.Add($"wave-{wave}", points);
            Close(wave, points.Length);
            if (Left.Found == 0)
            {
                _warnings.Add(Empty());
                return;
            }
        }
    }

    private void Close(int number, int simulated)
    {
        _chance = [.. Enumerable.Range(0, _targets.Count).Select(t => Calibration.Chance.Of(_runs.Of(t)))];
        int[] used = [.. Enumerable.Range(0, _runs.Points.Count)
            .Where(i => ParameterSpace.Holds(_runs.Points[i]) && _waves.All(w => !w.RulesOut(_runs.Points[i])))];
        double[][] points = [.. used.Select(i => _runs.Points[i])];
        ResponseSurface?[] surfaces = [.. Enumerable.Range(0, _targets.Count)
            .Select(t => _chance[t].IsMoved ? Surface(t, used, points) : null)];
        if (number == 1)
        {
            Judge(used, surfaces);
        }

        _waves.Add(new Wave(surfaces, _targets, [.. _chance.Select(c => c.Variance)], _settings.Cutoff, _settings.SetAside));
        Left = new PlausibleSpace(_waves, _hold, _settings.Candidates, Seed);
        double[][] moments = [.. used.Select(_runs.MomentsOf)];
        _results.Add(new WaveResult(number, simulated, points.Length, Left.Share, Left.Found, Left.Candidates,
            [.. surfaces.Select(s => s is null ? double.NaN : Math.Sqrt(s.ErrorVariance))],
            [.. Enumerable.Range(0, _targets.Count).Select(t => Deviation(moments.Select(m => m[t])))]));
    }

    private ResponseSurface? Surface(int target, int[] used, double[][] points)
    {
        double[] values = [.. used.Select(i => _runs.MomentsOf(i)[target])];
        int[] finite = [.. Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i]))];
        return finite.Length < 3 ? null : ResponseSurface.Fit([.. finite.Select(i => points[i])], [.. finite.Select(i => values[i])]);
    }

    /// <summary>Names targets that nothing moves and numbers that move nothing, and holds the latter.</summary>
    private void Judge(int[] used, ResponseSurface?[] surfaces)
    {
        string[] still = [.. Enumerable.Range(0, _targets.Count).Where(t => surfaces[t] is null).Select(t => _targets[t].Name)];
        if (still.Length == _targets.Count)
        {
            throw new InputException(Targets,
                $"no number moves any target beyond chance: {string.Join(", ", still)}; other parameters, wider ranges, or more "
                    + $"replications");
        }

        if (still.Length > 0)
        {
            string names = string.Join(", ", still.Select(name => $"'{name}'")), french = string.Join(", ", still.Select(Quoted));
            _warnings.Add(new Words($"no number moves {names} beyond chance: left out of what is ruled out",
                $"aucun nombre ne fait bouger {french} au-delà du hasard\u00a0: hors de ce qui est exclu"));
        }

        static string Quoted(string name) => $"«\u00a0{name}\u00a0»";
        for (int k = 0; k < _space.Count; k++)
        {
            bool moves = Enumerable.Range(0, _targets.Count).Any(t => surfaces[t] is { } surface && Needs(surface, used, t, k));
            if (!moves)
            {
                CalibratedNumber number = _space.Numbers[k];
                _hold[k] = Math.Clamp(number.PlaceOf(number.Before), 0, 1);
                _warnings.Add(new Words($"{number.Path} moves no target beyond chance: held at its value",
                    $"{number.Path} ne fait bouger aucune cible au-delà du hasard\u00a0: maintenu à sa valeur"));
            }
        }
    }

    private bool Needs(ResponseSurface surface, int[] used, int target, int number)
    {
        int[] finite = [.. used.Where(i => double.IsFinite(_runs.MomentsOf(i)[target]))];
        return surface.Enters.Contains(number) && surface.NeedsNumber(
            [.. finite.Select(i => _runs.Points[i])], [.. finite.Select(i => _runs.MomentsOf(i)[target])], number, Level);
    }

    /// <summary>That nothing is left, and which targets rule out the point that comes closest.</summary>
    private Words Empty()
    {
        double[] least = Left.Least;
        string names = string.Join(", ", Enumerable.Range(0, _targets.Count)
            .Where(t => _waves.Any(w => w.Of(t, least) > _settings.Cutoff)).Select(t => _targets[t].Name));
        return new Words(
            $"no point meets all targets; the closest misses {names}: they contradict one another in this model, or 'discrepancy' is too "
                + "small",
            $"aucun point n’atteint toutes les cibles\u00a0; le plus proche manque {names}\u00a0: elles se contredisent dans ce modèle, ou "
                + "«\u00a0discrepancy\u00a0» est trop petit");
    }

    private static double Deviation(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        double mean = finite.DefaultIfEmpty(double.NaN).Average();
        return Math.Sqrt(finite.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, finite.Length - 1));
    }
}
