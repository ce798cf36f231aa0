using InstallSim.Choice.Draws;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>
/// The solved constants against shares worked out anew, from the variables up: where tastes are new each year by sums over the years that
/// fill the pool, where they last by letting many such graduates choose.
/// </summary>
public sealed class ParticipationSolverTests
{
    [Test]
    public void The_pool_of_locums_has_the_shares_that_the_settings_state(
        [Values(0, 0.25, 1)] double eta, [Values(0.003, 0.06)] double lambda)
    {
        PreparedScenario prepared = Region(eta, lambda, hasCentres: false);
        (Participation p, double[] inclusive, PhysicianTable sample) = Solve(prepared);
        Assert.That(p.MeanInclusive, Is.EqualTo(inclusive.Average()).Within(1e-9));
        AssertShares(prepared, p, inclusive, sample, 1e-6);
    }

    [Test]
    public void A_pool_of_people_whose_tastes_last_has_them([Values(0.25, 0.6, 1)] double eta, [Values(0, 0.07, 0.4)] double hazard)
    {
        PreparedScenario prepared = Region(eta, 0.015, hasCentres: false);
        prepared = prepared.With(prepared.Scenario with { Physicians = prepared.Scenario.Physicians with { SpellHazard = hazard } });
        (Participation p, double[] inclusive, PhysicianTable sample) = Solve(prepared);
        PhysicianSettings stated = prepared.Scenario.Physicians;
        double[] times = new double[4];
        for (int n = 0; n < sample.Count; n++)
        {
            for (uint life = 0; life < 60; life++)
            {
                Live(stated, p, inclusive[n], sample.BirthTerritory[n] >= 0, new DrawKey(5, (ushort)n, 0, 0, life), times);
            }
        }

        double leave = times[1..].Sum() / times.Sum(), salaried = times[2] / (times[1] + times[2]);
        double elsewhere = (stated.BornHereShare * 0.3) + ((1 - stated.BornHereShare) * 0.6);
        Assert.Multiple(() =>
        {
            Assert.That(leave, Is.EqualTo(stated.LeavingLocumShare.Value).Within(0.006), "leave");
            Assert.That(salaried, Is.EqualTo(stated.SalariedShare.Value).Within(0.012), "salaried");
            Assert.That(times[3] / times[1..].Sum(), Is.EqualTo(elsewhere).Within(0.03),
                "elsewhere; the sample's births are not quite the share");
        });
    }

    /// <summary>
    /// Lets a graduate choose until the pool forgets or loses them; counts years as a locum, places, salaried jobs, other regions.
    /// </summary>
    private static void Live(PhysicianSettings settings, Participation p, double inclusive, bool isBornHere, DrawKey name, double[] times)
    {
        double best = double.NaN;
        for (ushort year = 0; year < settings.WarmUpYears; year++)
        {
            DrawKey key = name with { Year = year };
            best = year == 0 || key.Uniform(11) < settings.SpellHazard ? inclusive - Math.Log(-Math.Log(key.Uniform(10))) : best;
            (OptOut optOut, double floor) = p.Draw(OptOutErrors.Of(p.Elasticity, key), isBornHere, canLeave: true);
            times[best > floor ? 1 : optOut == OptOut.Locum ? 0 : (int)optOut + 1]++;
            if (best > floor || optOut != OptOut.Locum)
            {
                return;
            }
        }
    }

    /// <summary>
    /// The shares cannot be those stated where next to nobody considers a place: constants sank without end, until all were no numbers and
    /// locums took nothing at all.
    /// </summary>
    [Test]
    public void Where_few_consider_a_place_constants_are_numbers([Values(0, 0.0005, 0.003)] double consideration)
    {
        PreparedScenario prepared = Region(0.25, 0.015, hasCentres: true);
        prepared = prepared.With(prepared.Scenario with
        {
            Preferences = prepared.Scenario.Preferences with { Consideration = consideration },
        });
        (Participation p, _, _) = Solve(prepared);
        double[] optOuts = new double[3];
        Assert.That(p.Probabilities(double.NegativeInfinity, true, optOuts), Is.Zero);
        Assert.That(optOuts, Is.All.Positive.And.All.LessThan(1), "who considers none");
        double place = p.Probabilities(p.MeanInclusive, true, optOuts);
        Assert.That(place + optOuts.Sum(), Is.EqualTo(1).Within(1e-12), "who considers one");
        Assert.That(place, Is.GreaterThan(consideration == 0 ? 0 : 0.99));
    }

    [Test]
    public void A_pool_of_one_cohort_has_them_too()
    {
        PreparedScenario prepared = Region(0.5, 0.015, hasCentres: false);
        prepared = prepared.With(prepared.Scenario with { Physicians = prepared.Scenario.Physicians with { WarmUpYears = 1 } });
        (Participation p, double[] inclusive, PhysicianTable sample) = Solve(prepared);
        AssertShares(prepared, p, inclusive, sample, 1e-6);
    }

    [Test]
    public void Places_that_are_few_are_rationed_so_that_no_more_come_than_there_are_places()
    {
        // In places that draw by 200 k€ a year all would want the few there are.
        PreparedScenario prepared = Region(0.5, 0.015, hasCentres: true);
        (Participation p, double[] inclusive, PhysicianTable sample) = Solve(prepared);
        double[] rationed = Rationed(prepared, p, sample);
        Assert.That(inclusive.Average() - rationed.Average(), Is.GreaterThan(0.2), "or rationing does not matter");
        Assert.That(p.MeanInclusive, Is.EqualTo(rationed.Average()).Within(0.01));
        AssertShares(prepared, p, rationed, sample, 0.002);
    }

    [Test]
    public void A_whole_country_has_no_elsewhere()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        (Participation p, _, _) = Solve(prepared);
        Assert.That(p.ElsewhereBornHere, Is.EqualTo(double.NegativeInfinity));
        Assert.That(p.ElsewhereBornOutside, Is.EqualTo(double.NegativeInfinity));
    }

    [Test]
    public void The_constants_are_those_of_every_replication_and_do_not_see_policies()
    {
        Scenario scenario = TestRegion.Scenario();
        var grant = new InstallSim.Policies.InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 900 };
        Participation[] solved = [.. new[] { (scenario, 0), (scenario, 5), (scenario with { Policies = [grant] }, 0) }.Select(run =>
        {
            var simulator = new Simulator(TestRegion.Prepare(run.Item1), run.Item2);
            _ = simulator.Run();
            return simulator.WarmedUp!.Participation;
        })];
        Assert.That(solved[2], Is.EqualTo(solved[0]));
        Assert.That(solved[1].Locum, Is.EqualTo(solved[0].Locum).Within(0.05), "another start, the same graduates");
    }

    private static void AssertShares(PreparedScenario prepared, Participation p, double[] inclusive, PhysicianTable sample, double within)
    {
        PhysicianSettings stated = prepared.Scenario.Physicians;
        double locum = 0, salaried = 0, placed = 0;
        double[] elsewhere = [0, 0], leavers = [0, 0];
        for (int n = 0; n < sample.Count; n++)
        {
            int birth = sample.BirthTerritory[n] >= 0 ? 0 : 1;
            double place = Math.Exp(p.Elasticity * (inclusive[n] - p.MeanInclusive)),
                away = Math.Exp(birth == 0 ? p.ElsewhereBornHere : p.ElsewhereBornOutside);
            double all = place + Math.Exp(p.Locum) + Math.Exp(p.Salaried) + away, stays = Math.Exp(p.Locum) / all;
            double years = Enumerable.Range(0, stated.WarmUpYears).Sum(k => Math.Pow(stays, k));
            locum += years * stays;
            salaried += years * Math.Exp(p.Salaried) / all;
            placed += years * place / all;
            elsewhere[birth] += years * away / all;
            leavers[birth] += years * (1 - stays);
        }

        Assert.Multiple(() =>
        {
            Assert.That(leavers.Sum() / (locum + leavers.Sum()), Is.EqualTo(stated.LeavingLocumShare.Value).Within(within), "leave");
            Assert.That(salaried / (salaried + placed), Is.EqualTo(stated.SalariedShare.Value).Within(within), "salaried");
            Assert.That(elsewhere[0] / leavers[0], Is.EqualTo(stated.ElsewhereShareBornHere.Value).Within(within), "elsewhere, born here");
            Assert.That(elsewhere[1] / leavers[1],
                Is.EqualTo(stated.ElsewhereShareBornOutside.Value).Within(within), "elsewhere, born outside");
        });
    }

    /// <summary>I = ln Σ_i (Σ_f r·e^(V/τ))^τ, r the rations of the alternatives, 1 where they are not given.</summary>
    private static double Inclusive(double[] v, double tau, double[]? ration = null) =>
        Math.Log(Nests(v, tau, ration).Sum(n => Math.Pow(n, tau)));

    private static double[] Nests(double[] v, double tau, double[]? ration) =>
        [.. v.Select((u, j) => (ration?[j] ?? 1) * Math.Exp(u / tau)).Chunk(AlternativeTable.Forms).Select(forms => forms.Sum())];

    /// <summary>Inclusive values at rations such that who comes a year fits into the free places.</summary>
    private static double[] Rationed(PreparedScenario prepared, Participation p, PhysicianTable sample)
    {
        RunState state = Start(prepared);
        double tau = prepared.FormScale, graduates = prepared.Scenario.Physicians.GraduatesOf(2025) / (double)sample.Count;
        double[][] v = [.. Enumerable.Range(0, sample.Count).Select(n => Utilities(state, sample, n))];
        double[] ration = [.. state.Stock.Select(_ => 1.0)];
        for (int round = 0; round < 100; round++)
        {
            var wanted = new double[ration.Length];
            for (int n = 0; n < v.Length; n++)
            {
                double inclusive = Inclusive(v[n], tau, ration);
                double place = Math.Exp(p.Elasticity * (inclusive - p.MeanInclusive));
                double all = place + Math.Exp(p.Locum) + Math.Exp(p.Salaried)
                    + Math.Exp(sample.BirthTerritory[n] >= 0 ? p.ElsewhereBornHere : p.ElsewhereBornOutside);
                double stays = Math.Exp(p.Locum) / all,
                    years = Enumerable.Range(0, prepared.Scenario.Physicians.WarmUpYears).Sum(k => Math.Pow(stays, k));
                double[] nests = Nests(v[n], tau, ration);
                for (int j = 0; j < wanted.Length; j++)
                {
                    double nest = nests[j / AlternativeTable.Forms];
                    wanted[j] += nest == 0 ? 0 : graduates * years * (place / all) * Math.Pow(nest, tau) / Math.Exp(inclusive)
                        * ration[j] * Math.Exp(v[n][j] / tau) / nest;
                }
            }

            for (int j = 0; j < ration.Length; j++)
            {
                double free = state.Places[j] == int.MaxValue ? double.PositiveInfinity : state.Places[j] - state.Stock[j];
                ration[j] = wanted[j] > 0 ? Math.Min(1, ration[j] * free / wanted[j]) : ration[j];
            }
        }

        return [.. v.Select(of => Inclusive(of, tau, ration))];
    }

    /// <summary>V of every alternative from the variables themselves; −∞ where it is closed or its territory not considered.</summary>
    private static double[] Utilities(RunState state, PhysicianTable people, int n)
    {
        PreparedScenario prepared = state.Prepared;
        var coefficients = prepared.Scenario.Preferences.Coefficients;
        double[] beta = new double[prepared.Utility.TerritoryColumns], form = new double[prepared.Utility.FormColumns];
        prepared.Utility.Coefficients(people, n, state.Key(DrawPurpose.Taste, 0, people.Name[n]), beta, form, new (double, int)[2]);
        double[] v = new double[state.Stock.Length], x = new double[state.Stock.Length];
        int column = 0;
        foreach (ITerritoryVariable variable
            in VariableCatalog.Territory.Where(t => t.Name == "income" || coefficients.ContainsKey(t.Name)))
        {
            variable.Fill(state.View(new double[state.Vacancies.Length]), x.AsSpan(0, state.Vacancies.Length));
            Add(j => beta[column] * x[AlternativeTable.Territory(j)]);
            column++;
        }

        column = 0;
        foreach (IFormVariable variable in VariableCatalog.Form.Where(f => coefficients.ContainsKey(f.Name)))
        {
            variable.Fill(state.View(), x);
            Add(j => form[column] * x[j]);
            column++;
        }

        Add(j => (coefficients["birth-distance"].Value * LogDistance(prepared, people.BirthTerritory[n], AlternativeTable.Territory(j)))
            + (coefficients["training-distance"].Value * LogDistance(prepared, people.TrainingTerritory[n],
                AlternativeTable.Territory(j))));
        Add(j => state.HasPlace(j) && state.Key(DrawPurpose.Consideration, 0, people.Name[n]).Uniform(AlternativeTable.Territory(j))
            < prepared.Scenario.Preferences.Consideration ? 0 : double.NegativeInfinity);
        return v;

        void Add(Func<int, double> term)
        {
            for (int j = 0; j < v.Length; j++)
            {
                v[j] += term(j);
            }
        }
    }

    private static double LogDistance(PreparedScenario prepared, int from, int to) =>
        Math.Log(
            1 + ((from < 0 ? prepared.Scenario.Preferences.OutsideDistanceKm : Geography.Kilometres(prepared.Territories, from, to)) / 20));

    private static (Participation Solved, double[] Inclusive, PhysicianTable Sample) Solve(PreparedScenario prepared)
    {
        RunState state = Start(prepared);
        PhysicianTable sample = ParticipationSolver.Sample(prepared);
        Participation solved = new ParticipationSolver(state, sample).Solve();
        return (solved, [.. Enumerable.Range(0, sample.Count)
            .Select(n => Inclusive(Utilities(state, sample, n), prepared.FormScale))], sample);
    }

    private static RunState Start(PreparedScenario prepared)
    {
        RunState state = Simulator.StartOf(prepared);
        PolicyStage.BeginYear(state);
        state.Newcomers.Prepare(state);
        return state;
    }

    private static PreparedScenario Region(double eta, double lambda, bool hasCentres)
    {
        Scenario scenario = TestRegion.Scenario();
        var coefficients = new Dictionary<string, Coefficient>(scenario.Preferences.Coefficients);
        coefficients["msp-practice"] = new() { Value = hasCentres ? 200 : 28 };
        TerritoryTable table = TestRegion.Territories();
        if (!hasCentres)
        {
            Array.Clear(table.MspPlaces);
            Array.Clear(table.HealthCentrePosts);
        }

        return TestRegion.Prepare(
            scenario with
            {
                Preferences = scenario.Preferences with { UtilsPerKeur = new() { Value = lambda }, Coefficients = coefficients },
                Physicians = scenario.Physicians with
                {
                    ParticipationElasticity = eta,
                    SpellHazard = 1,
                    BornHereShare = 0.58,
                    ElsewhereShareBornHere = 0.3,
                    ElsewhereShareBornOutside = 0.6,
                },
            },
            table);
    }
}
