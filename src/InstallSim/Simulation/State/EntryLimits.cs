using InstallSim.Policies;

namespace InstallSim.Simulation.State;

/// <summary>
/// Limits on entries. A territory under a <see cref="Limit"/> has slots: b(t) = b(t−1) + e·departures − entries, so that with e = 1 stock +
/// slots stay what they were when it closed; slots may expire. Territories under a <see cref="Quota"/> share the entries of the year.
/// All limits on a territory must leave room.
/// </summary>
internal sealed class EntryLimits(int territories)
{
    private readonly Dictionary<int, SlotBook> _books = [];
    private readonly List<(int Policy, bool[] Where, int[] Left)> _quotas = [];
    private readonly int[] _departures = new int[territories];

    /// <summary>Forgets which limits are in force and begins the year with those who left since the last choices.</summary>
    /// <param name="departures">Departures by age and exit, by territory.</param>
    public void BeginYear(ReadOnlySpan<int> departures)
    {
        _quotas.Clear();
        departures.CopyTo(_departures);
        foreach (SlotBook book in _books.Values)
        {
            book.InForce = false;
        }
    }

    /// <summary>
    /// Puts a limit in force for the year; a territory that it closes anew starts with the slots of this year's departures.
    /// </summary>
    public void Apply(RunState state, int policy, Limit act)
    {
        if (!_books.TryGetValue(policy, out SlotBook? book))
        {
            _books[policy] = book = new SlotBook(territories, state.Year - 1);
        }

        book.InForce = true;
        book.Rule = act;
        for (int i = 0; i < territories; i++)
        {
            if (act.Where[i] && book.ClosedIn[i] != state.Year - 1)
            {
                book.Slots[i].Clear();
            }

            if (act.Where[i])
            {
                book.ClosedIn[i] = state.Year;
                book.Slots[i].RemoveAll(s => state.Year - s.Year >= (act.ExpireAfter ?? int.MaxValue));
                book.Credit(i, state.Year, _departures[i] * act.SlotsPerDeparture);
            }
        }
    }

    /// <summary>Puts a quota in force for the year.</summary>
    public void Apply(int policy, Quota act) => _quotas.Add((policy, act.Where, [act.Entries]));

    /// <summary>The policy whose limit keeps a territory closed; −1 when all leave room for one more.</summary>
    public int ClosedBy(int territory)
    {
        foreach ((int policy, SlotBook book) in _books)
        {
            if (book.Binds(territory) && book.Open(territory) < 1)
            {
                return policy;
            }
        }

        foreach ((int policy, bool[] where, int[] left) in _quotas)
        {
            if (where[territory] && left[0] < 1)
            {
                return policy;
            }
        }

        return -1;
    }

    /// <summary>Takes a slot of every limit on a territory.</summary>
    public void Enter(int territory)
    {
        foreach (SlotBook book in _books.Values)
        {
            if (book.Binds(territory))
            {
                book.Take(territory);
            }
        }

        foreach ((_, bool[] where, int[] left) in _quotas)
        {
            left[0] -= where[territory] ? 1 : 0;
        }
    }

    /// <summary>Ends the year: who moved away leaves a slot for the next year.</summary>
    /// <param name="moved">Physicians who moved away during the choices, by territory.</param>
    /// <param name="year">The year.</param>
    public void EndYear(ReadOnlySpan<int> moved, int year)
    {
        foreach (SlotBook book in _books.Values.Where(b => b.InForce))
        {
            for (int i = 0; i < territories; i++)
            {
                if (book.Binds(i))
                {
                    book.Credit(i, year, moved[i] * book.Rule!.SlotsPerDeparture);
                }
            }
        }
    }

    /// <summary>Slots open in a territory, the fewest of all limits on it; NaN when none binds it.</summary>
    public double SlotsIn(int territory)
    {
        double fewest = double.NaN;
        foreach (SlotBook book in _books.Values)
        {
            if (book.Binds(territory))
            {
                fewest = double.IsNaN(fewest) ? book.Open(territory) : Math.Min(fewest, book.Open(territory));
            }
        }

        return fewest;
    }

    /// <summary>The slots of one policy, by territory, the oldest first.</summary>
    private sealed class SlotBook
    {
        public SlotBook(int territories, int before)
        {
            Slots = [.. Enumerable.Range(0, territories).Select(_ => new List<(int, double)>())];
            ClosedIn = new int[territories];
            Array.Fill(ClosedIn, before - 1);
        }

        public bool InForce { get; set; }

        public Limit? Rule { get; set; }

        public List<(int Year, double Count)>[] Slots { get; }

        /// <summary>Last year in which each territory was closed.</summary>
        public int[] ClosedIn { get; }

        public bool Binds(int territory) => InForce && Rule!.Where[territory];

        public double Open(int territory)
        {
            double open = 0;
            foreach ((_, double count) in Slots[territory])
            {
                open += count;
            }

            // Thirds of slots that add up to one must make one.
            return open + 1e-9;
        }

        public void Credit(int territory, int year, double count)
        {
            if (count > 0)
            {
                Slots[territory].Add((year, count));
            }
        }

        public void Take(int territory)
        {
            List<(int Year, double Count)> slots = Slots[territory];
            for (double left = 1; left > 1e-9 && slots.Count > 0;)
            {
                double taken = Math.Min(left, slots[0].Count);
                left -= taken;
                slots[0] = (slots[0].Year, slots[0].Count - taken);
                if (slots[0].Count <= 1e-9)
                {
                    slots.RemoveAt(0);
                }
            }
        }
    }
}
