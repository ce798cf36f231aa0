namespace InstallSim.Choice.Designs;

/// <summary>What is to be known of a design's sets one by one.</summary>
public sealed class DesignAudit
{
    private DesignAudit(bool[] isPlain, ulong[] questions, int[] varied, bool[] isForbidden, IReadOnlyList<int> outside) =>
        (IsPlain, Questions, Varied, IsForbidden, Outside) = (isPlain, questions, varied, isForbidden, outside);

    /// <summary>Alternatives that are the same in every set and that the rule of dominance does not compare with all others: they have
    /// other attributes or coefficients, or are better or worse than anything in everything.</summary>
    public IReadOnlyList<int> Outside { get; }

    /// <summary>Whether a set has an alternative that is at least as good as another in every attribute, by the mean priors,
    /// shape [sets].</summary>
    public IReadOnlyList<bool> IsPlain { get; }

    /// <summary>The same number for sets that ask the same question: with the same alternatives, in any order unless they are labelled,
    /// shape [sets].</summary>
    public IReadOnlyList<ulong> Questions { get; }

    /// <summary>In how many attributes the alternatives differ, shape [sets].</summary>
    public IReadOnlyList<int> Varied { get; }

    /// <summary>Whether a set shows a combination that is never to be shown, or differs in too few or too many attributes,
    /// shape [sets].</summary>
    public IReadOnlyList<bool> IsForbidden { get; }

    /// <summary>Looks at a design.</summary>
    /// <param name="problem">What was wanted.</param>
    /// <param name="sets">Levels, shape [sets][slots].</param>
    public static DesignAudit Of(DesignProblem problem, int[][] sets)
    {
        var rules = new SetRules(problem, new SetTable(problem));
        return new DesignAudit([.. sets.Select(rules.IsPlain)], [.. sets.Select(set => SetQuestion.Of(problem, set))],
            [.. sets.Select(rules.Varied)], [.. sets.Select(rules.IsForbidden)], rules.Outside);
    }

    /// <summary>Fewest attributes in which alternatives differ, all sets together, when every level is shown as often as another.</summary>
    /// <param name="problem">What is wanted.</param>
    public static int LeastVaried(DesignProblem problem) => PartialBalance.LeastOfAll(problem);

    /// <summary>How many questions there are that may be shown; null when the levels make too many sets to go through.</summary>
    /// <param name="problem">What is wanted.</param>
    /// <param name="most">Most sets to go through.</param>
    public static int? Possible(DesignProblem problem, int most) => Allowed(problem, most)?.Count;

    /// <summary>A set of each question that may be shown; null when the levels make too many sets to go through.</summary>
    /// <param name="problem">What is wanted.</param>
    /// <param name="most">Most sets to go through.</param>
    internal static IReadOnlyList<int[]>? Allowed(DesignProblem problem, int most)
    {
        double many = problem.Slots.Aggregate(1.0, (product, slot) => product * slot.Levels);
        if (many > most)
        {
            return null;
        }

        var rules = new SetRules(problem, new SetTable(problem));
        var questions = new HashSet<ulong>();
        var allowed = new List<int[]>();
        var set = new int[problem.Slots.Count];
        for (int i = 0; i < many; i++)
        {
            int rest = i;
            for (int slot = 0; slot < set.Length; slot++)
            {
                set[slot] = rest % problem.Slots[slot].Levels;
                rest /= problem.Slots[slot].Levels;
            }

            if (rules.FaultsOf(set) == 0 && questions.Add(SetQuestion.Of(problem, set)))
            {
                allowed.Add([.. set]);
            }
        }

        return allowed;
    }

    /// <summary>Coefficients that the sets cannot tell, each from those before it or from 0, at the mean priors.</summary>
    /// <param name="problem">What was wanted.</param>
    /// <param name="sets">Levels, shape [sets][slots].</param>
    public static IReadOnlyList<int> Confounded(DesignProblem problem, int[][] sets)
    {
        int k = problem.Coefficients;
        var table = new SetTable(problem);
        double[] means = [.. Enumerable.Range(0, k).Select(i => table.Priors.Average(draw => draw[i]))];
        var information = new double[k * k];
        DrawGroup told = DrawGroup.Of(new DesignError(problem, table.Scale), [means], 1, table.Alternatives - 1)[0];
        var differences = new double[(table.Alternatives - 1) * k];
        foreach (int[] set in sets)
        {
            table.FillDifferences(set, differences, 0);
            told.Add(differences, 0, 1);
        }

        told.CopyFirst(information);

        var found = new List<int>();
        var lower = new double[k * k];
        for (int i = 0; i < k; i++)
        {
            double rest = information[(i * k) + i];
            for (int j = 0; j < i; j++)
            {
                double sum = information[(i * k) + j];
                for (int m = 0; m < j; m++)
                {
                    sum -= lower[(i * k) + m] * lower[(j * k) + m];
                }

                lower[(i * k) + j] = lower[(j * k) + j] > 0 ? sum / lower[(j * k) + j] : 0;
                rest -= lower[(i * k) + j] * lower[(i * k) + j];
            }

            bool isTold = rest > 1e-9 * information[(i * k) + i];
            lower[(i * k) + i] = isTold ? Math.Sqrt(rest) : 0;
            if (!isTold)
            {
                found.Add(i);
            }
        }

        return found;
    }
}
