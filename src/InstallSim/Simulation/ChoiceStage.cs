using InstallSim.Choice.Kernels;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Choose and Install: each candidate wants the alternative of highest V + ε; where more want a place than there are places, a lottery
/// with named numbers decides, and those who lose choose again among what is left, with the same error terms.
/// </summary>
internal sealed class ChoiceStage(Study study, RunState state, int threads)
{
    private const int ChunkSize = 256;

    private readonly List<int> _candidates = [];
    private readonly Allocation _allocation = new(state);
    private int[] _wanted = [];

    /// <summary>Gathers who chooses this year and what each wants most.</summary>
    public void Choose()
    {
        Gather();
        PrepareColumns(Chooser.Newcomer, state.Newcomers);
        PrepareColumns(Chooser.Incumbent, state.Incumbents);
        if (_wanted.Length < state.Physicians.Count)
        {
            _wanted = new int[state.Physicians.Count * 5 / 4];
        }

        ChooseAll(_candidates);
    }

    /// <summary>Before the start: lets locums choose, and forgets those who would take anything but another year as a locum.</summary>
    public void KeepLocums()
    {
        Choose();
        foreach (int n in _candidates)
        {
            if (state.Physicians.Stage[n] == Stage.Locum && _wanted[n] != state.Stock.Length + (int)OptOut.Locum)
            {
                state.Physicians.Stage[n] = Stage.Left;
            }
        }
    }

    /// <summary>Gives places; whoever loses a lottery chooses again.</summary>
    public void Install()
    {
        List<int> pending = _candidates;
        while (pending.Count > 0)
        {
            pending = _allocation.Fill(pending, _wanted);
            ChooseAll(pending);
        }

        List<Installation> installations = state.Events.Installations;
        installations.Sort((a, b) => a.Physician.CompareTo(b.Physician));
        foreach (Installation installation in installations)
        {
            PolicyStage.Sign(study, state, installation);
        }
    }

    private void Gather()
    {
        PhysicianSettings settings = study.Scenario.Physicians;
        PhysicianTable p = state.Physicians;
        _candidates.Clear();
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Locum || (p.Stage[n] == Stage.Installed && state.Year > study.Scenario.Years.From && Reconsiders(settings, p, n)))
            {
                _candidates.Add(n);
            }
        }
    }

    private bool Reconsiders(PhysicianSettings settings, PhysicianTable p, int n)
    {
        double probability = state.Year - p.Since[n] <= 3 ? settings.ReconsiderEarly : settings.ReconsiderLater;
        return state.Year - p.BirthYear[n] < settings.SettledAge
            && state.Key(DrawPurpose.Reconsider, state.Year, p.Name[n]).Uniform(0) < probability;
    }

    private void PrepareColumns(Chooser chooser, AlternativeBlocks blocks)
    {
        PolicyStage.AddIncome(study, state, chooser);
        state.Utility.Fill(state.View(), blocks, state.Scratch);
        for (int j = 0; j < state.Scratch.Length; j++)
        {
            state.Scratch[j] = _allocation.HasRoom(j) ? 0 : double.NegativeInfinity;
        }

        blocks.SetOpen(state.Scratch);
    }

    private void ChooseAll(List<int> candidates)
    {
        int chunks = (candidates.Count + ChunkSize - 1) / ChunkSize;
        if (threads <= 1 || chunks <= 1)
        {
            new Chunk(study, state, _allocation, _wanted).Choose(candidates, 0, candidates.Count);
            return;
        }

        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Chunk(study, state, _allocation, _wanted), (c, _, chunk) =>
        {
            chunk.Choose(candidates, c * ChunkSize, Math.Min((c + 1) * ChunkSize, candidates.Count));
            return chunk;
        }, _ => { });
    }

    /// <summary>One thread's share of the candidates, with its scratch.</summary>
    private sealed class Chunk(Study study, RunState state, Allocation allocation, int[] wanted)
    {
        private readonly UtilityMaximiser _newcomers = new(state.Newcomers, study.Distances);
        private readonly UtilityMaximiser _incumbents = new(state.Incumbents, study.Distances);
        private readonly double[] _beta = new double[state.Utility.Columns];
        private readonly double[] _optOuts =
        [
            study.Scenario.Physicians.LocumConstant,
            study.Scenario.Physicians.SalariedConstant,
            study.Scenario.Physicians.ElsewhereConstant ?? double.NegativeInfinity,
        ];

        public void Choose(List<int> candidates, int from, int until)
        {
            for (int c = from; c < until; c++)
            {
                int n = candidates[c];
                wanted[n] = state.Physicians.Stage[n] == Stage.Locum
                    ? _newcomers.Choose(Situation(n, DrawPurpose.Installation, -1, _optOuts))
                    : Reconsider(n, Place(n));
            }
        }

        /// <summary>
        /// The choice of an incumbent. Who stays pays no moving cost, and gets nothing of what policies pay to those who come. A limit on
        /// entries closes a territory to physicians from elsewhere; its own may still change the form of practice, so that these
        /// alternatives, closed to all others, are compared here.
        /// </summary>
        private int Reconsider(int n, int place)
        {
            ChoiceSituation situation = Situation(n, DrawPurpose.Relocation, place, []);
            int chosen = _incumbents.Choose(situation), territory = AlternativeTable.Territory(situation.Current);
            if (state.EntryLimit[territory] > 0 || situation.Considered.Uniform(territory) >= situation.Consideration[territory])
            {
                return chosen;
            }

            for (int j = territory * AlternativeTable.Forms; j < (territory + 1) * AlternativeTable.Forms; j++)
            {
                chosen = allocation.HasPlace(j) && Utility(situation, j) > Utility(situation, chosen) ? j : chosen;
            }

            return chosen;
        }

        private double Utility(in ChoiceSituation situation, int alternative) =>
            _incumbents.SystematicUtility(situation, alternative) + NamedErrors.Term(situation.Errors, alternative, state.Stock.Length)
            + (alternative == situation.Current ? situation.StayBonus : 0);

        private int Place(int n) => AlternativeTable.Of(state.Physicians.Territory[n], state.Physicians.Form[n]);

        private ChoiceSituation Situation(int n, DrawPurpose purpose, int current, ReadOnlySpan<double> optOuts)
        {
            PhysicianTable p = state.Physicians;
            SystematicUtility utility = state.Utility;
            int outside = study.Territories.Count;
            var (birth, training) = utility.Coefficients(p, n, state.Key(DrawPurpose.Taste, 0, p.Name[n]), _beta);
            return new ChoiceSituation
            {
                Errors = state.Key(purpose, state.Year, p.Name[n]),
                Coefficients = _beta,
                FirstCoefficient = birth,
                SecondCoefficient = training,
                FirstAnchor = p.BirthTerritory[n] >= 0 ? p.BirthTerritory[n] : outside,
                SecondAnchor = p.TrainingTerritory[n] >= 0 ? p.TrainingTerritory[n] : outside,
                OptOuts = optOuts,
                Current = current,
                StayBonus = current < 0 ? 0 : study.Scenario.Physicians.MovingCost - (_beta[SystematicUtility.IncomeColumn] * state.ExtraIncome[current]),
                Consideration = state.Consideration,
                Considered = state.Key(DrawPurpose.Consideration, 0, p.Name[n]),
            };
        }
    }
}
