using InstallSim.Choice.Formulas;

namespace InstallSim.Choice.Models;

/// <summary>
/// The formulas of a utility with their derivatives. Parameters are either straight (∂V/∂θ has no parameter: what the plain logit has) or
/// moving. V = Σ straight θ·x + the rest, in which straight ones are 0.
/// </summary>
internal sealed class FormulaTerms
{
    public FormulaTerms(IReadOnlyList<Formula> formulas, IReadOnlyList<string> parameters)
    {
        Parameters = parameters;
        Formula[][] slopes = [.. formulas.Select(f => parameters.Select(name => f.Derivative(Formula.Parameter(name))).ToArray())];
        IsStraight = [.. parameters.Select((_, k) => slopes.All(s => s[k].Parameters.Count == 0))];
        Moving = [.. Enumerable.Range(0, parameters.Count).Where(k => !IsStraight[k])];
        int[] straight = [.. Enumerable.Range(0, parameters.Count).Where(k => IsStraight[k])];
        Formula[][] bends = new Formula[formulas.Count][];
        (int A, int B)[] all = [.. Moving.SelectMany(a => Moving.Where(b => b <= a).Select(b => (a, b)))];
        for (int f = 0; f < formulas.Count; f++)
        {
            bends[f] = [.. all.Select(pair => slopes[f][pair.A].Derivative(Formula.Parameter(parameters[pair.B])))];
        }

        bool IsBent(int pair) => bends.Any(own => !own[pair].IsZero);
        Pairs = [.. all.Where((_, p) => IsBent(p))];
        Programs = new FormulaProgram[formulas.Count];
        Bends = new FormulaProgram[formulas.Count];
        Straight = new FormulaProgram[formulas.Count];
        for (int f = 0; f < formulas.Count; f++)
        {
            Formula rest = formulas[f].With(leaf =>
                leaf.Kind == FormulaKind.Parameter && straight.Any(k => parameters[k] == leaf.Name) ? Formula.Number(0) : null);
            Programs[f] = new FormulaProgram([rest, .. Moving.Select(k => slopes[f][k])], parameters);
            Bends[f] = new FormulaProgram([.. bends[f].Where((_, p) => IsBent(p))], parameters);
            Straight[f] = new FormulaProgram([.. straight.Select(k => slopes[f][k])], parameters);
        }
    }

    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Whether ∂V/∂θ has no parameter, by parameter.</summary>
    public bool[] IsStraight { get; }

    /// <summary>The others.</summary>
    public int[] Moving { get; }

    /// <summary>Pairs of moving parameters, the later first, with a second derivative.</summary>
    public (int A, int B)[] Pairs { get; }

    /// <summary>By formula: the rest, then the derivatives by the moving parameters.</summary>
    public FormulaProgram[] Programs { get; }

    /// <summary>By formula: second derivatives by <see cref="Pairs"/>.</summary>
    public FormulaProgram[] Bends { get; }

    /// <summary>By formula: derivatives by the straight parameters.</summary>
    public FormulaProgram[] Straight { get; }

    /// <summary>
    /// Parameters without which V is straight in all others: those that bend by themselves, then those in most pairs.
    /// </summary>
    public int[] Bending
    {
        get
        {
            var held = new HashSet<int>(Pairs.Where(pair => pair.A == pair.B).Select(pair => pair.A));
            for (var left = Pairs.ToList(); left.Count > 0;)
            {
                left = [.. left.Where(pair => !held.Contains(pair.A) && !held.Contains(pair.B))];
                if (left.Count > 0)
                {
                    held.Add(left.SelectMany(pair => new[] { pair.A, pair.B }).CountBy(k => k).OrderByDescending(c => c.Value)
                        .ThenByDescending(c => c.Key).First().Key);
                }
            }

            return [.. held.Order()];
        }
    }
}
