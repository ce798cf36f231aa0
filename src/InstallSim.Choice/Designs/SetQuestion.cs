namespace InstallSim.Choice.Designs;

/// <summary>The question that a set asks, as a number.</summary>
internal static class SetQuestion
{
    /// <summary>The same for sets with the same alternatives, in any order unless they are labelled.</summary>
    public static ulong Of(DesignProblem problem, int[] set)
    {
        ulong sum = 0, product = 1, own = 0;
        int alternative = -1;
        for (int s = 0; s < set.Length; s++)
        {
            if (problem.Slots[s].Alternative != alternative)
            {
                Close();
                (alternative, own) = (problem.Slots[s].Alternative, 0);
            }

            own = Mix(own + (ulong)set[s] + 1);
        }

        Close();
        return sum ^ Mix(product);

        void Close()
        {
            if (alternative >= 0)
            {
                ulong mixed = Mix(problem.IsLabelled ? own + ((ulong)alternative << 56) : own);
                (sum, product) = (sum + mixed, product * (mixed | 1));
            }
        }
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
