namespace InstallSim.Choice.Data;

/// <summary>How a best and a worst choice of one set are read.</summary>
public enum BestWorstModel
{
    /// <summary>The best of the set, then the worst of the rest; the worst has utility −V.</summary>
    Sequential,

    /// <summary>The pair with the largest difference V(best) − V(worst) of all ordered pairs (maxdiff).</summary>
    MaxDiff,

    /// <summary>The best of the set and, apart, the worst of the whole set.</summary>
    Marginal,
}

/// <summary>
/// Rankings and best–worst answers as plain choices, for any model: an exploded ranking (Beggs, Cardell and Hausman 1981), and
/// best–worst scaling (Louviere, Flynn and Marley 2015) of objects (case 1), of the levels of a profile (case 2) and of profiles
/// (case 3), which differ only in what a row of the table is.
/// </summary>
public static class RankedChoices
{
    /// <summary>A ranking as a choice of the best, then of the best of the rest, and so on.</summary>
    /// <param name="table">Alternatives by situation; what it says of chosen rows is not read.</param>
    /// <param name="rank">1 the best, then 2, …; 0: not ranked, below all that are.</param>
    /// <exception cref="ChoiceDataException">Two rows of a situation have one rank, a rank is missing or negative,
    /// or the table has other faults.</exception>
    public static ChoiceData Explode(ChoiceTable table, IReadOnlyList<int> rank)
    {
        var rows = new StageRows(table);
        foreach (var set in rows.Situations)
        {
            int[] ranked = [.. set.Where(r => rank[r] != 0).OrderBy(r => rank[r])];
            for (int stage = 0; stage < ranked.Length; stage++)
            {
                if (rank[ranked[stage]] != stage + 1)
                {
                    throw Fault(ranked[stage],
                        $"rank {rank[ranked[stage]]} found where {stage + 1} is next in situation {table.Situation[set[0]]}");
                }
            }

            for (int stage = 0; stage < ranked.Length && set.Length - stage > 1; stage++)
            {
                rows.AddStage([.. set.Except(ranked.Take(stage))], ranked[stage], 1);
            }
        }

        return rows.Data();
    }

    /// <summary>Best and worst answers as choices.</summary>
    /// <param name="table">Alternatives by situation; what it says of chosen rows is not read.</param>
    /// <param name="best">Whether the row is the best, one a situation.</param>
    /// <param name="worst">Whether the row is the worst, one a situation, not the best.</param>
    /// <param name="model">How the pair of answers is read.</param>
    /// <exception cref="ChoiceDataException">Not one best or not one worst row in a situation, both the same,
    /// or the table has other faults.</exception>
    public static ChoiceData BestWorst(ChoiceTable table, IReadOnlyList<bool> best, IReadOnlyList<bool> worst, BestWorstModel model)
    {
        var rows = new StageRows(table);
        foreach (var set in rows.Situations)
        {
            int[] top = [.. set.Where(r => best[r])], bottom = [.. set.Where(r => worst[r])];
            if (top.Length != 1 || bottom.Length != 1 || top[0] == bottom[0])
            {
                throw Fault(set[0],
                    $"situation {table.Situation[set[0]]} has {top.Length} best and {bottom.Length} worst rows; one of "
                        + $"each is needed, not the same");
            }

            if (model == BestWorstModel.MaxDiff)
            {
                rows.AddPairs(set, top[0], bottom[0]);
                continue;
            }

            rows.AddStage(set, top[0], 1);
            int[] rest = model == BestWorstModel.Marginal ? set : [.. set.Where(r => r != top[0])];
            if (rest.Length > 1)
            {
                rows.AddStage(rest, bottom[0], -1);
            }
        }

        return rows.Data();
    }

    private static ChoiceDataException Fault(int row, string message) => new([new ChoiceDataError(row, null, message)]);

    /// <summary>Collects the rows of the choices made out of answers.</summary>
    private sealed class StageRows(ChoiceTable table)
    {
        private readonly List<double>[] _columns = [.. table.Names.Select(_ => new List<double>())];
        private readonly List<int> _situation = [], _alternative = [], _person = [];
        private readonly List<bool> _chosen = [];
        private readonly List<double> _weight = [];
        private int _next;

        public IReadOnlyList<int[]> Situations { get; } =
        [
            .. Enumerable.Range(0, table.Situation.Count).Where(r => table.Available?[r] ?? true).GroupBy(r => table.Situation[r])
                .Select(g => g.ToArray()),
        ];

        /// <summary>A choice of one row of a set, its variables times <paramref name="sign"/>.</summary>
        public void AddStage(int[] set, int chosen, int sign)
        {
            foreach (int r in set)
            {
                Add(r, table.Alternative[r], r == chosen, k => sign * table.Columns[k][r]);
            }

            _next++;
        }

        /// <summary>A choice among all ordered pairs of a set.</summary>
        public void AddPairs(int[] set, int top, int bottom)
        {
            foreach (var (b, w) in set.SelectMany(_ => set, (b, w) => (b, w)).Where(p => p.b != p.w))
            {
                Add(b, 100_000 * table.Alternative[b] + table.Alternative[w], b == top && w == bottom,
                    k => table.Columns[k][b] - table.Columns[k][w]);
            }

            _next++;
        }

        public ChoiceData Data() => ChoiceData.Create(new ChoiceTable
        {
            Names = table.Names,
            Columns = [.. _columns.Select(c => c.ToArray())],
            Situation = _situation,
            Alternative = _alternative,
            Chosen = _chosen,
            Person = _person,
            Weight = _weight,
        });

        private void Add(int row, int alternative, bool chosen, Func<int, double> value)
        {
            for (int k = 0; k < _columns.Length; k++)
            {
                _columns[k].Add(value(k));
            }

            _situation.Add(_next);
            _alternative.Add(alternative);
            _chosen.Add(chosen);
            _person.Add(table.Person?[row] ?? table.Situation[row]);
            _weight.Add(table.Weight?[row] ?? 1);
        }
    }
}
