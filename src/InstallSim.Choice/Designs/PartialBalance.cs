namespace InstallSim.Choice.Designs;

/// <summary>
/// In how many sets an attribute can differ while each of its levels is shown as often as another. Where it does not differ, all of a
/// set's alternatives show one level, which takes as many of it as there are alternatives; where it differs, at most one fewer.
/// </summary>
internal static class PartialBalance
{
    /// <summary>Slots of an attribute, one an alternative that has it.</summary>
    public static int[] Slots(DesignProblem problem, int attribute) =>
        [.. Enumerable.Range(0, problem.Slots.Count).Where(s => problem.Slots[s].Attribute == attribute)];

    /// <summary>Fewest sets in which an attribute differs; all of them when there is no way at all.</summary>
    public static int Least(DesignProblem problem, int attribute) =>
        Enumerable.Range(0, problem.Sets).FirstOrDefault(v => MayDiffer(problem, attribute, v), problem.Sets);

    /// <summary>Fewest attributes that differ in all sets together.</summary>
    public static int LeastOfAll(DesignProblem problem) => Enumerable.Range(0, problem.Attributes).Sum(a => Least(problem, a));

    /// <summary>Whether an attribute can differ in just so many sets.</summary>
    public static bool MayDiffer(DesignProblem problem, int attribute, int sets)
    {
        int[] slots = Slots(problem, attribute);
        int levels = problem.Slots[slots[0]].Levels, each = slots.Length;
        if (each == 1)
        {
            return sets == 0;
        }

        if (problem.IsLabelled)
        {
            // Each alternative shows each level as often as another: sets exchange theirs, two levels between two sets at a time.
            return levels > 2 ? sets != 1 : sets % 2 == 0 && (sets == 0 || levels == 2);
        }

        var (least, most) = SameSets(problem, attribute, sets);
        return least.Zip(most).All(b => b.First <= b.Second) && least.Sum() <= problem.Sets - sets && problem.Sets - sets <= most.Sum();
    }

    /// <summary>
    /// In how many sets all alternatives show a level, at least and at most, when they differ in others: the levels shown once more than
    /// the others, where there are such, come first.
    /// </summary>
    /// <returns>Shape [levels].</returns>
    public static (int[] Least, int[] Most) SameSets(DesignProblem problem, int attribute, int differing)
    {
        int[] shown = Shown(problem, attribute);
        int each = Slots(problem, attribute).Length;
        return ([.. shown.Select(n => Math.Max(0, (n - (differing * (each - 1)) + each - 1) / each))], [.. shown.Select(n => n / each)]);
    }

    /// <summary>How often each level is shown by all alternatives together, those shown once more first, shape [levels].</summary>
    public static int[] Shown(DesignProblem problem, int attribute)
    {
        int[] slots = Slots(problem, attribute);
        int levels = problem.Slots[slots[0]].Levels, all = problem.Sets * slots.Length;
        return [.. Enumerable.Range(0, levels).Select(l => (all / levels) + (l < all % levels ? 1 : 0))];
    }
}
