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

        if (OfPartial() is { } partial)
        {
            return partial;
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

        var possible = Demands().Where(d => DesignSearch.Run(d.Without, Math.Min(Starts, settings.Starts), settings.Seed, []) is { } sets
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
    public InputMessage NotTold(IReadOnlyList<int> confounded, int[][] sets)
    {
        if (OfPriors(sets) is { } tooLarge)
        {
            return tooLarge;
        }

        if (problem.Balance == DesignBalance.Full && ForcedByBalance.Find(layout, problem) is { } forced)
        {
            return forced;
        }

        string which = string.Join(", ", confounded.Select(k => $"'{names[k]}'"));
        string french = string.Join(", ", confounded.Select(k => $"«\u00a0{names[k]}\u00a0»"));
        bool isOne = confounded.Count == 1;
        var possible = Demands().Where(d => DesignSearch.Run(d.Without, Math.Min(Starts, settings.Starts), settings.Seed, []) is { } sets
            && DesignAudit.Confounded(d.Without, sets).Count == 0).Select(d => d.Say).ToArray();
        return possible.Length > 0
            ? new Words(
                $"the design found cannot tell all coefficients apart: {which} would follow from the others, or never vary; one that can "
                    + $"was found with {string.Join(", or with ", possible.Select(p => p.English))}",
                $"le plan trouvé ne distingue pas tous les coefficients\u00a0: {french} {(isOne ? "découlerait" : "découleraient")} "
                    + $"des autres ou ne {(isOne ? "varierait" : "varieraient")} pas\u00a0; un plan qui les distingue "
                    + $"existe avec {string.Join(", ou avec ", possible.Select(p => p.French))}")
            : new Words(
                $"no design of these attributes can tell all coefficients apart: {which} {(isOne ? "follows" : "follow")} from other "
                    + $"variables of the utility, or never {(isOne ? "varies" : "vary")}",
                $"aucun plan de ces attributs ne peut distinguer tous les coefficients\u00a0: {french} "
                    + $"{(isOne ? "découle" : "découlent")} d’autres variables de l’utilité, ou ne {(isOne ? "varie" : "varient")} jamais");
    }

    /// <summary>Priors at which each task has an answer that is all but certain, though its sets would tell all without them.</summary>
    private InputMessage? OfPriors(int[][] sets)
    {
        if (DesignAudit.Confounded(problem with { Priors = [new double[problem.Coefficients]] }, sets).Count > 0)
        {
            return null;
        }

        string largest = names.MaxBy(name => Math.Abs(settings.Priors.GetValueOrDefault(name)))!;
        return $"'priors' are too large: at them one answer to each task is all but certain and tells nothing; the largest is "
            + $"{settings.Priors.GetValueOrDefault(largest)} ('{largest}'), which times the difference of two levels is utils, of which "
            + $"5 make an answer all but certain";
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

    /// <summary>Levels that restrictions leave no way to show, in an alternative where they are labelled, else in any.</summary>
    private InputMessage? OfRestrictions()
    {
        var shown = new ShownLevels(problem, problem.Never);
        if (!shown.CanBe())
        {
            return new Words("'never' and 'require' forbid every combination of levels",
                "«\u00a0never\u00a0» et «\u00a0require\u00a0» interdisent toute combinaison de niveaux");
        }

        var hidden = new List<(string Name, string Level)>();
        foreach (int slot in shown.Restricted)
        {
            int[] alike = [.. Enumerable.Range(0, problem.Slots.Count).Where(s => problem.IsLabelled ? s == slot
                : problem.Slots[s].Attribute == problem.Slots[slot].Attribute)];
            hidden.AddRange(Enumerable.Range(0, slot == alike[0] ? problem.Slots[slot].Levels : 0)
                .Where(level => alike.All(s => !shown.CanBe(new SlotLevel(s, level))))
                .Select(level => (layout.NameOf(slot, problem.IsLabelled), layout.Attributes[slot].Levels[level])));
        }

        if (problem.Balance == DesignBalance.None || hidden.Count == 0)
        {
            return null;
        }

        string levels = string.Join(", ", hidden.Select(h => $"'{h.Level}' of '{h.Name}'")),
            niveaux = string.Join(", ", hidden.Select(h => $"«\u00a0{h.Level}\u00a0» de «\u00a0{h.Name}\u00a0»"));
        (Words rules, Words often) = (Rules(settings,
            new("leave", "ne permettent"), new("leaves", "ne permet")), problem.Balance == DesignBalance.Full
            ? new Words("as often as its other levels", "aussi souvent que ses autres niveaux")
            : new Words("half as often as if all were shown alike", "à moitié aussi souvent que si tous l’étaient également"));
        return new Words(
            $"{rules.English} no way to show {levels}, which balance demands {often.English}: take what cannot be shown out of the levels, "
                + "forbid less, or say 'balance: false'",
            $"{rules.French} jamais de montrer {niveaux}, que l’équilibre veut {often.French}\u00a0: retirer des niveaux ce qui ne peut "
                + "être montré, interdire moins, ou dire «\u00a0balance: false\u00a0»");
    }

    /// <summary>What restricts, and what it does, said of two or of one.</summary>
    public static Words Rules(DesignSettings settings, Words two, Words one) => (settings.Never.Count, settings.Require.Count) switch
    {
        ( > 0, > 0) => new($"'never' and 'require' {two.English}",
            $"«\u00a0never\u00a0» et «\u00a0require\u00a0» {two.French}"),
        (0, _) => new($"'require' {one.English}", $"«\u00a0require\u00a0» {one.French}"),
        _ => new($"'never' {one.English}", $"«\u00a0never\u00a0» {one.French}"),
    };

    /// <summary>Partial profiles that differ in too few attributes for every level to be as frequent.</summary>
    private Words? OfPartial()
    {
        if (problem.Balance != DesignBalance.Full || problem.MostVaried >= problem.Attributes)
        {
            return null;
        }

        int least = DesignAudit.LeastVaried(problem), needed = (least + problem.Sets - 1) / problem.Sets;
        return needed <= problem.MostVaried ? null : new Words(
            $"every level cannot be shown as often as another in {problem.Sets} tasks that differ in {problem.MostVaried} attributes: "
                + $"where an attribute does not differ, all alternatives show one level of it, so that {least} differences are needed in "
                + $"all; say 'at-most: {needed}', more tasks, or 'balance: near'",
            $"chaque niveau ne peut être montré aussi souvent qu’un autre dans {problem.Sets} tâches qui diffèrent par "
                + $"{problem.MostVaried} attributs\u00a0: là où un attribut ne diffère pas, toutes les options en montrent un seul niveau, "
                + $"si bien qu’il faut {least} différences en tout\u00a0; dire «\u00a0at-most: {needed}\u00a0», plus de tâches, ou "
                + "«\u00a0balance: near\u00a0»");
    }
}
