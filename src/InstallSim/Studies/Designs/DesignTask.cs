using InstallSim.Choice.Designs;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>A design that a study asks for, checked and ready to be sought.</summary>
/// <param name="Settings">What is asked for.</param>
/// <param name="Layout">Where its attributes stand.</param>
/// <param name="Names">Variables of the utility.</param>
/// <param name="Priors">What is thought of their coefficients.</param>
/// <param name="Price">Place of the price among them; −1 when there is none.</param>
/// <param name="Problem">The same for the library.</param>
internal sealed record DesignTask(
    DesignSettings Settings, DesignLayout Layout, IReadOnlyList<string> Names, double[] Priors, int Price, DesignProblem Problem)
{
    /// <summary>Reads what a study asks for.</summary>
    /// <exception cref="InputException">The study is wrong; all of it is told.</exception>
    public static DesignTask Of(StudySource source)
    {
        var errors = new InputErrors();
        DesignSettings? settings = DesignChecks.Run(source, errors);
        errors.ThrowIfAny();
        var layout = new DesignLayout(settings!);
        IReadOnlyList<IReadOnlyList<SlotLevel>> never = new DesignRestrictions(source, layout, errors).Read();
        DesignVariables? variables = DesignVariables.Make(source, layout, errors);
        errors.ThrowIfAny();
        int price = Check(source, settings!, layout, variables!.Names, errors);
        errors.ThrowIfAny();
        double[] priors = [.. variables.Names.Select(name => settings!.Priors.GetValueOrDefault(name))];
        return new DesignTask(settings!, layout, variables.Names, priors, price, new DesignProblem
        {
            Sets = settings!.Tasks,
            Alternatives = settings.Alternatives.Count,
            Slots = layout.Slots,
            Variables = variables.Variables,
            Fixed = variables.Fixed,
            Compared = variables.Compared,
            Priors = Draws(settings, variables.Names, priors),
            Never = never,
            Balance = settings.Balance switch
            {
                LevelBalance.True => DesignBalance.Full,
                LevelBalance.Near => DesignBalance.Near,
                _ => DesignBalance.None,
            },
            IsLabelled = variables.IsLabelled,
            Repeats = settings.Repeats switch
            {
                RepeatedTasks.Allow => int.MaxValue,
                RepeatedTasks.Never => 1,
                _ => settings.Blocks,
            },
            MayDominate = settings.Dominated == DominatedTasks.Allow,
            LeastVaried = settings.Varied.AtLeast,
            MostVaried = settings.Varied.AtMost ?? int.MaxValue,
            Criterion = settings.Criterion,
            Price = Math.Max(0, price),
        });
    }

    private static double[][] Draws(DesignSettings settings, IReadOnlyList<string> names, double[] priors)
    {
        double[] spreads = [.. names.Select(name => settings.PriorSpreads.GetValueOrDefault(name))];
        if (spreads.All(s => s == 0))
        {
            return [priors];
        }

        var draws = new double[settings.PriorDraws][];
        var key = new DrawKey(settings.Seed, 0, 0xD3, 0, 0);
        for (int r = 0; r < draws.Length; r++)
        {
            draws[r] = (double[])priors.Clone();
        }

        for (int k = 0; k < priors.Length; k++)
        {
            // Latin hypercube: one draw in each of as many equal parts, the parts in an order of each variable's own.
            DrawKey own = key with { Agent = (uint)k };
            int[] part = [.. Enumerable.Range(0, draws.Length).OrderBy(own.Uniform)];
            for (int r = 0; r < draws.Length; r++)
            {
                draws[r][k] += spreads[k] * NormalQuantileKernel.Quantile((part[r] + 0.5) / draws.Length);
            }
        }

        return draws;
    }

    private static int Check(
        StudySource source, DesignSettings settings, DesignLayout layout, IReadOnlyList<string> names, InputErrors errors)
    {
        Known(settings.Priors.Keys, "priors");
        Known(settings.PriorSpreads.Keys, "prior-spreads");
        Known(settings.Price is null ? [] : [settings.Price], "price");
        int price = names.ToList().IndexOf(settings.Price ?? source.Study.WillingnessToPay?.Denominator ?? "");
        price = price >= 0 && settings.Priors.GetValueOrDefault(names[price]) != 0 ? price : -1;
        if (settings.Criterion == DesignCriterion.C && price < 0)
        {
            errors.Add(source.Binder.PlaceOf(settings, "criterion"), new Words(
                "'c' is about willingness to pay: it needs 'price', a variable of the utility, with a prior that is not 0",
                "«\u00a0c\u00a0» porte sur le consentement à payer\u00a0: il faut «\u00a0price\u00a0», une variable de l’utilité, avec "
                    + "un a priori non nul"));
        }

        if (settings.Criterion == DesignCriterion.S && settings.Priors.Values.All(p => p == 0))
        {
            errors.Add(source.Binder.PlaceOf(settings, "criterion"), new Words(
                "'s' is about the people needed until coefficients are significant: it needs priors that are not 0",
                "«\u00a0s\u00a0» porte sur les personnes nécessaires pour que les coefficients soient significatifs\u00a0: il faut des a "
                    + "priori non nuls"));
        }

        int each = settings.Alternatives.Count - 1 + layout.Fixed.Count;
        if (settings.Tasks * each < names.Count)
        {
            errors.Add(source.Binder.PlaceOf(settings, "tasks"),
                settings.Tasks == 1
                    ? $"{settings.Tasks} task cannot tell {names.Count} coefficients; at least "
                        + $"{Math.Ceiling(names.Count / (double)each):0} are needed, better three times as many"
                    : (InputMessage)($"{settings.Tasks} tasks cannot tell {names.Count} coefficients; at least "
                        + $"{Math.Ceiling(names.Count / (double)each):0} are needed, better three times as many"));
        }

        return price;

        void Known(IEnumerable<string> said, string key)
        {
            foreach (string name in said.Where(name => !names.Contains(name)))
            {
                errors.Add(source.Binder.PlaceOf(settings, key),
                    $"'{name}' is no variable of the utility{DidYouMean.Hint(name, names)}; variables: {string.Join(", ", names)}");
            }
        }
    }
}
