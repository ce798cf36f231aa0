using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Designs;

/// <summary>
/// Random partial profiles whose levels are each as frequent as another: first in how many sets each attribute differs, then in which, then
/// which level a set shows where it does not, and last the levels that are left, dealt to the others like sorted cards, so that no set
/// gets one level alone.
/// </summary>
internal sealed class PartialStart(DesignProblem problem, DrawKey key, int[][] sets)
{
    private int _index;

    /// <summary>Fills the sets.</summary>
    public void Deal()
    {
        int[] differing = Numbers();
        var shown = new int[sets.Length];
        foreach (int a in Shuffled(problem.Attributes))
        {
            int[] order = [.. Shuffled(sets.Length).OrderBy(s => shown[s])];
            (int[] others, int[] same) = (order[..differing[a]], order[differing[a]..]);
            foreach (int s in others)
            {
                shown[s]++;
            }

            int[] slots = PartialBalance.Slots(problem, a);
            if (problem.IsLabelled || slots.Length == 1)
            {
                DealEach(slots, others, same);
            }
            else
            {
                DealTogether(a, slots, others, same);
            }
        }
    }

    private int[] Shuffled(int count) => [.. Enumerable.Range(0, count).OrderBy(_ => key.Uniform(_index++))];

    /// <summary>In how many sets each attribute differs: about alike, as many as all may together.</summary>
    private int[] Numbers()
    {
        int[] least = [.. Enumerable.Range(0, problem.Attributes).Select(a => PartialBalance.Least(problem, a))];
        var numbers = new int[least.Length];
        int[] order = [.. Shuffled(least.Length).Where(a => PartialBalance.Slots(problem, a).Length > 1)];
        int left = Math.Min(problem.MostVaried, order.Length) * sets.Length;
        for (int i = 0; i < order.Length; i++)
        {
            int wanted = left / (order.Length - i), most = Math.Min(sets.Length, left - order[(i + 1)..].Sum(a => least[a]));
            numbers[order[i]] = Enumerable.Range(0, Math.Max(0, most + 1)).Where(v => PartialBalance.MayDiffer(problem, order[i], v))
                .OrderBy(v => Math.Abs(v - wanted)).FirstOrDefault(least[order[i]]);
            left -= numbers[order[i]];
        }

        return numbers;
    }

    /// <summary>Each alternative's levels as frequent as another: all have the same, and exchange it among the sets that differ.</summary>
    private void DealEach(int[] slots, int[] others, int[] same)
    {
        int levels = problem.Slots[slots[0]].Levels;
        int[] names = Shuffled(levels), all = [.. others, .. same];
        int[] level = [.. all.Select((_, i) => names[i % levels])];
        int[] sorted = [.. Enumerable.Range(0, others.Length).OrderBy(i => level[i])];
        int turn = (others.Length + levels - 1) / levels;
        for (int k = 0; k < slots.Length; k++)
        {
            for (int i = 0; i < all.Length; i++)
            {
                sets[all[i]][slots[k]] = level[i];
            }

            for (int i = 0; k > 0 && i < sorted.Length; i++)
            {
                sets[others[sorted[i]]][slots[k]] = level[sorted[(i + (k * turn)) % sorted.Length]];
            }
        }
    }

    private void DealTogether(int attribute, int[] slots, int[] others, int[] same)
    {
        var (least, most) = PartialBalance.SameSets(problem, attribute, others.Length);
        int[] names = Shuffled(least.Length), left = PartialBalance.Shown(problem, attribute), taken = [.. least];
        for (int more = same.Length - least.Sum(); more > 0; more--)
        {
            int[] free = [.. Enumerable.Range(0, taken.Length).Where(l => taken[l] < most[l])];
            taken[free[(int)(key.Uniform(_index++) * free.Length)]]++;
        }

        int next = 0;
        foreach (int l in Shuffled(taken.Length))
        {
            left[l] -= taken[l] * slots.Length;
            for (int i = 0; i < taken[l]; i++, next++)
            {
                Array.ForEach(slots, slot => sets[same[next]][slot] = names[l]);
            }
        }

        int[] cards = [.. Shuffled(left.Length).SelectMany(l => Enumerable.Repeat(names[l], Math.Max(0, left[l])))];
        for (int i = 0; i < others.Length; i++)
        {
            foreach ((int k, int place) in Shuffled(slots.Length).Index())
            {
                sets[others[i]][slots[place]] = cards[i + (k * others.Length)];
            }
        }
    }
}
