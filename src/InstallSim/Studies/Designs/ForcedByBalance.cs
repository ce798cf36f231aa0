using InstallSim.Choice.Designs;
using InstallSim.Inputs;

namespace InstallSim.Studies.Designs;

/// <summary>
/// What forbidden pairs of levels and equal frequencies force together: how often two attributes' levels are shown with one another is a
/// transport from the one's levels to the other's, which forbidden pairs close; a pair that no transport can use is never shown, and levels
/// that are left with one partner each are shown exactly together.
/// </summary>
internal static class ForcedByBalance
{
    /// <summary>The first pair of attributes of which this can be said; null when there is none.</summary>
    public static InputMessage? Find(DesignLayout layout, DesignProblem problem) =>
        Impossible(layout, problem) ?? First(layout, problem, Exactly);

    /// <summary>The first pair of attributes whose levels cannot all be as frequent; null when there is none.</summary>
    public static InputMessage? Impossible(DesignLayout layout, DesignProblem problem) => First(layout, problem, Never);

    private static InputMessage? First(
        DesignLayout layout, DesignProblem problem, Func<DesignLayout, bool, bool[,], int, int, InputMessage?> find)
    {
        // Levels are counted in each alternative where those are labelled, else in all together, where a rule between them bars no pair.
        var shown = new ShownLevels(problem, problem.Never.Where(n =>
            problem.IsLabelled || n.All(s => problem.Slots[s.Slot].Alternative == problem.Slots[n[0].Slot].Alternative)));
        foreach (int x in shown.Restricted.Where(slot => IsEven(problem, slot)))
        {
            foreach (int y in shown.Restricted.Where(slot => IsEven(problem, slot)))
            {
                if (x != y && (problem.IsLabelled || problem.Slots[x].Alternative == problem.Slots[y].Alternative)
                    && Open(problem, shown, x, y) is { } open && find(layout, problem.IsLabelled, open, x, y) is { } said)
                {
                    return said;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the levels of a slot can all be shown as often, not one of them once more.</summary>
    private static bool IsEven(DesignProblem problem, int slot) => problem.Sets * (problem.IsLabelled ? 1
        : problem.Slots.Count(s => s.Attribute == problem.Slots[slot].Attribute)) % problem.Slots[slot].Levels == 0;

    /// <summary>Which pairs of levels of two slots a task can show; null when it can show all.</summary>
    private static bool[,]? Open(DesignProblem problem, ShownLevels shown, int x, int y)
    {
        (int rows, int columns) = (problem.Slots[x].Levels, problem.Slots[y].Levels);
        var open = new bool[rows, columns];
        bool isRestricted = false;
        for (int l = 0; l < rows; l++)
        {
            for (int m = 0; m < columns; m++)
            {
                open[l, m] = shown.CanBe(new SlotLevel(x, l), new SlotLevel(y, m));
                isRestricted |= !open[l, m];
            }
        }

        return isRestricted ? open : null;
    }

    private static InputMessage? Never(DesignLayout layout, bool isLabelled, bool[,] open, int x, int y)
    {
        (string one, string other) = (layout.NameOf(x, isLabelled), layout.NameOf(y, isLabelled));
        if (CanBe(open, -1, -1))
        {
            return null;
        }

        Words rules = DesignReasons.Rules(layout.Settings, new("leave", "laissent"), new("leaves", "laisse"));
        return new Words(
            $"with 'balance: true', {rules.English} too few partners between the levels of '{one}' and '{other}': they cannot all be "
                + "shown as often; say 'balance: near' or 'balance: false', or forbid less",
            $"avec «\u00a0balance: true\u00a0», {rules.French} trop peu de paires entre les niveaux de «\u00a0{one}\u00a0» "
                + $"et de «\u00a0{other}\u00a0»\u00a0: ils ne peuvent tous être montrés aussi souvent\u00a0; dire "
                + "«\u00a0balance: near\u00a0» ou «\u00a0balance: false\u00a0», ou interdire moins");
    }

    private static InputMessage? Exactly(DesignLayout layout, bool isLabelled, bool[,] open, int x, int y)
    {
        (int rows, int columns) = (open.GetLength(0), open.GetLength(1));
        (string one, string other) = (layout.NameOf(x, isLabelled), layout.NameOf(y, isLabelled));
        for (int l = 0; l < rows; l++)
        {
            int[] partners = [.. Enumerable.Range(0, columns).Where(m => CanBe(open, l, m))];
            if (partners is [var only] && Enumerable.Range(0, rows).Count(k => CanBe(open, k, only)) == 1)
            {
                (string level, string partner) = (layout.Attributes[x].Levels[l], layout.Attributes[y].Levels[only]);
                Words rules = DesignReasons.Rules(layout.Settings, new("force", "imposent"), new("forces", "impose"));
                return new Words(
                    $"with 'balance: true', {rules.English} {one} = {level} exactly where {other} = {partner}, so that their coefficients "
                        + "cannot be told apart: say 'balance: near' or 'balance: false', or forbid less",
                    $"avec «\u00a0balance: true\u00a0», {rules.French} {one} = {level} exactement là où {other} = {partner}, "
                        + "si bien que leurs coefficients ne peuvent être distingués\u00a0: dire «\u00a0balance: near\u00a0» ou "
                        + "«\u00a0balance: false\u00a0», ou interdire moins");
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a pair of levels can be shown (or, for −1, anything) when each row has as much as another and each column too: a flow of as
    /// many units from each row as there are columns into as many units of each column as there are rows.
    /// </summary>
    private static bool CanBe(bool[,] open, int row, int column)
    {
        (int rows, int columns) = (open.GetLength(0), open.GetLength(1));
        if (row >= 0 && !open[row, column])
        {
            return false;
        }

        int[] left = [.. Enumerable.Repeat(rows, columns)];
        if (column >= 0)
        {
            left[column]--;
        }

        var flow = new int[rows, columns];
        for (int l = 0; l < rows; l++)
        {
            for (int unit = l == row ? 1 : 0; unit < columns; unit++)
            {
                if (!Send(open, flow, left, l, new bool[columns]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool Send(bool[,] open, int[,] flow, int[] left, int row, bool[] seen)
    {
        for (int m = 0; m < left.Length; m++)
        {
            if (!open[row, m] || seen[m])
            {
                continue;
            }

            seen[m] = true;
            if (left[m] > 0)
            {
                left[m]--;
                flow[row, m]++;
                return true;
            }

            for (int other = 0; other < open.GetLength(0); other++)
            {
                if (flow[other, m] > 0 && other != row && Send(open, flow, left, other, seen))
                {
                    flow[other, m]--;
                    flow[row, m]++;
                    return true;
                }
            }
        }

        return false;
    }
}
