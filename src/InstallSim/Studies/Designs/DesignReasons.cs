using InstallSim.Choice.Designs;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>
/// Why a design cannot be: what the restrictions leave, what balance makes of them, or which single demand, left out, makes a design
/// possible, which is tried.
/// </summary>
internal sealed class DesignReasons(DesignSettings settings, DesignLayout layout, DesignProblem problem, IReadOnlyList<string> names)
{
    /// <summary>Combinations of restricted attributes that are gone through, at most; starts with which a demand less is tried.</summary>
    private const int MostCombinations = 1_000_000, Starts = 5;

    /// <summary>Why no design can be, before any is sought; null when nothing is known against it.</summary>
    public InputMessage? Beforehand()
    {
        if (OfRestrictions() is { } never)
        {
            return never;
        }

        if (problem.Balance == DesignBalance.Full && ForcedByBalance.Impossible(layout, problem) is { } impossible)
        {
            return impossible;
        }

        int needed = problem.Repeats >= problem.Sets ? 1 : (problem.Sets + problem.Repeats - 1) / problem.Repeats;
        if (DesignAudit.Possible(problem, MostCombinations / 4) is not { } possible || possible >= needed)
        {
            return null;
        }

        (Words rules, Words remedies) = problem.MayDominate
            ? (new("", ""), new("'repeats: allow'", "«\u00a0repeats: allow\u00a0»"))
            : (new Words(" in which no alternative is at least as good as another in everything",
                    " où aucune option n’est au moins aussi bonne qu’une autre en tout"),
                new Words("'repeats: allow' or 'dominated: allow'",
                    "«\u00a0repeats: allow\u00a0» ou «\u00a0dominated: allow\u00a0»"));
        Words shown = problem.Never.Count == 0 ? new("", "")
            : new(" and nothing is shown that 'never' and 'require' rule out",
                " et où rien n’est montré que «\u00a0never\u00a0» et «\u00a0require\u00a0» excluent");
        (string tasks, string taches) = possible == 1 ? ("task", "tâche différente") : ("tasks", "tâches différentes");
        return new Words(
            $"the attributes make {possible} different {tasks}{rules.English}{shown.English}, and {needed} are needed so that nobody sees "
                + $"one twice: give attributes more levels, ask fewer tasks in more blocks, or say {remedies.English}",
            $"les attributs ne font que {possible} {taches}{rules.French}{shown.French}, et il en faut {needed} pour que "
                + "personne n’en voie une deux fois\u00a0: donner plus de niveaux aux attributs, poser moins de tâches en plus de blocs, "
                + $"ou dire {remedies.French}");
    }

    /// <summary>Why no design was found whose tasks may all be shown.</summary>
    public InputMessage NoDesign()
    {
        if (problem.Balance == DesignBalance.Full && ForcedByBalance.Find(layout, problem) is { } forced)
        {
            return forced;
        }

        var possible = Demands().Where(d => DesignSearch.Run(d.Without, Math.Min(Starts, settings.Starts), settings.Seed) is { } sets
            && DesignAudit.Confounded(d.Without, sets).Count == 0).Select(d => d.Say).ToArray();
        return possible.Length == 0
            ? new Words(
                $"no design of {settings.Tasks} tasks was found that meets all demands, nor one without any single demand: give attributes "
                    + "more levels, fewer tasks, or fewer restrictions",
                $"aucun plan de {settings.Tasks} tâches ne remplit toutes les exigences, ni sans une seule d’entre elles\u00a0: donner "
                    + "plus de niveaux aux attributs, moins de tâches ou moins de restrictions")
            : new Words(
                $"no design of {settings.Tasks} tasks was found that meets all demands; one was found with "
                    + $"{string.Join(", or with ", possible.Select(p => p.English))}",
                $"aucun plan de {settings.Tasks} tâches ne remplit toutes les exigences\u00a0; il y en a un avec "
                    + $"{string.Join(", ou avec ", possible.Select(p => p.French))}");
    }

    /// <summary>Why the design found cannot tell some coefficients.</summary>
    public InputMessage NotTold(IReadOnlyList<int> confounded)
    {
        if (problem.Balance == DesignBalance.Full && ForcedByBalance.Find(layout, problem) is { } forced)
        {
            return forced;
        }

        string which = string.Join(", ", confounded.Select(k => $"'{names[k]}'"));
        string french = string.Join(", ", confounded.Select(k => $"«\u00a0{names[k]}\u00a0»"));
        var possible = Demands().Where(d => DesignSearch.Run(d.Without, Math.Min(Starts, settings.Starts), settings.Seed) is { } sets
            && DesignAudit.Confounded(d.Without, sets).Count == 0).Select(d => d.Say).ToArray();
        return possible.Length > 0
            ? new Words(
                $"the design found cannot tell all coefficients apart: {which} would follow from the others, or never vary; one that can "
                    + $"was found with {string.Join(", or with ", possible.Select(p => p.English))}",
                $"le plan trouvé ne distingue pas tous les coefficients\u00a0: {french} découlerait des autres ou ne varierait pas\u00a0; "
                    + $"un plan qui les distingue existe avec {string.Join(", ou avec ", possible.Select(p => p.French))}")
            : new Words(
                $"no design of these attributes can tell all coefficients apart: {which} follows from other variables of the utility, or "
                    + "never varies",
                $"aucun plan de ces attributs ne peut distinguer tous les coefficients\u00a0: {french} découle d’autres variables de "
                    + "l’utilité, ou ne varie jamais");
    }

    private IEnumerable<(Words Say, DesignProblem Without)> Demands()
    {
        if (problem.Balance == DesignBalance.Full)
        {
            yield return (new("'balance: near'", "«\u00a0balance: near\u00a0»"), problem with { Balance = DesignBalance.Near });
        }

        if (problem.Balance != DesignBalance.None)
        {
            yield return (new("'balance: false'", "«\u00a0balance: false\u00a0»"), problem with { Balance = DesignBalance.None });
        }

        if (!problem.MayDominate)
        {
            yield return (new("'dominated: allow'", "«\u00a0dominated: allow\u00a0»"), problem with { MayDominate = true });
        }

        if (problem.Repeats < settings.Blocks)
        {
            yield return (new("'repeats: between-blocks'", "«\u00a0repeats: between-blocks\u00a0»"),
                problem with { Repeats = settings.Blocks });
        }

        if (problem.Repeats < problem.Sets)
        {
            yield return (new("'repeats: allow'", "«\u00a0repeats: allow\u00a0»"), problem with { Repeats = int.MaxValue });
        }

        if (problem.Never.Count > 0)
        {
            yield return (new("fewer 'never' and 'require'", "moins de «\u00a0never\u00a0» et «\u00a0require\u00a0»"),
                problem with { Never = [] });
        }

        if (problem.LeastVaried > 0 || problem.MostVaried < problem.Attributes)
        {
            yield return (new("another 'varied'", "un autre «\u00a0varied\u00a0»"),
                problem with { LeastVaried = 0, MostVaried = int.MaxValue });
        }
    }

    /// <summary>Levels that restrictions within alternatives leave no way to show.</summary>
    private InputMessage? OfRestrictions()
    {
        for (int j = 0; j < problem.Alternatives; j++)
        {
            IReadOnlyList<SlotLevel>[] own = [.. problem.Never.Where(n => n.All(s => problem.Slots[s.Slot].Alternative == j))];
            int[] slots = [.. own.SelectMany(n => n).Select(s => s.Slot).Distinct().Order()];
            double many = slots.Aggregate(1.0, (product, s) => product * problem.Slots[s].Levels);
            if (slots.Length == 0 || many > MostCombinations)
            {
                continue;
            }

            var shown = Allowed(slots, own, (int)many);
            if (shown.Count == 0)
            {
                return new Words("'never' and 'require' forbid every combination of levels",
                    "«\u00a0never\u00a0» et «\u00a0require\u00a0» interdisent toute combinaison de niveaux");
            }

            foreach (int slot in slots)
            {
                for (int level = 0; level < problem.Slots[slot].Levels; level++)
                {
                    if (problem.Balance != DesignBalance.None && !shown.Contains((slot, level)))
                    {
                        string name = layout.Attributes[slot].Name, text = layout.Attributes[slot].Levels[level];
                        return new Words(
                            $"'never' leaves no way to show '{text}' of '{name}', which balance demands as often as its other levels: "
                                + $"take '{text}' out of the levels, or say 'balance: false'",
                            $"«\u00a0never\u00a0» ne permet jamais de montrer «\u00a0{text}\u00a0» de «\u00a0{name}\u00a0», que "
                                + $"l’équilibre veut aussi souvent que ses autres niveaux\u00a0: retirer «\u00a0{text}\u00a0» des "
                                + "niveaux, ou dire «\u00a0balance: false\u00a0»");
                    }
                }
            }
        }

        return null;
    }

    private HashSet<(int Slot, int Level)> Allowed(int[] slots, IReadOnlyList<SlotLevel>[] never, int many)
    {
        var shown = new HashSet<(int, int)>();
        var set = new int[problem.Slots.Count];
        for (int i = 0; i < many; i++)
        {
            int rest = i;
            foreach (int slot in slots)
            {
                set[slot] = rest % problem.Slots[slot].Levels;
                rest /= problem.Slots[slot].Levels;
            }

            if (!never.Any(n => n.All(s => set[s.Slot] == s.Level)))
            {
                shown.UnionWith(slots.Select(slot => (slot, set[slot])));
            }
        }

        return shown;
    }
}
