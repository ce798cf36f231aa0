using InstallSim.Choice.Estimation;

namespace InstallSim.Tests.Published;

/// <summary>
/// Studies of other programs' examples, compared with what their manuals print (<see cref="Printed"/>): all digits must be ours, but for
/// what they stopped below the maximum.
/// </summary>
public sealed class PeerStudyTests
{
    private const string Mtc = """
        name: mtc
        title: Work trips around San Francisco
        data:
          file: FILE
          layout: long
          situation: casenum
          alternative: altnum
          alternatives: [{ name: DA, code: 1 }, { name: SR2, code: 2 }, { name: SR3, code: 3 }, { name: TRANSIT, code: 4 }, { name: BIKE, code: 5 }, { name: WALK, code: 6 }]
          chosen: chose
        derived:
          - { name: costbyincome, recipe: ratio, of: [totcost, hhinc] }
          - { name: ovtbydist, recipe: ratio, of: [ovtt, dist] }
          - { name: wkcbd, recipe: sum, of: [wkccbd, wknccbd] }
        constants-against: DA

        """;

    private const string Model17 = Mtc + """
        utility:
          - { name: costbyincome }
          - { name: motorized_time, column: tottime, alternatives: [DA, SR2, SR3, TRANSIT] }
          - { name: nonmotorized_time, column: tottime, alternatives: [BIKE, WALK] }
          - { name: motorized_ovtbydist, column: ovtbydist, alternatives: [DA, SR2, SR3, TRANSIT] }
          - { name: wkcbd, by-alternative: true, alternatives: [SR2, SR3, TRANSIT, BIKE, WALK] }
          - { name: wkempden, by-alternative: true, alternatives: [SR2, SR3, TRANSIT, BIKE, WALK] }
          - { name: hhinc, by-alternative: true, alternatives: [TRANSIT, BIKE, WALK] }
          - { name: vehbywrk_SR, column: vehbywrk, alternatives: [SR2, SR3] }
          - { name: vehbywrk, by-alternative: true, alternatives: [TRANSIT, BIKE, WALK] }

        """;

    private const string Cars = """
        name: cars
        title: Electric cars
        data: { file: FILE, layout: long, situation: obsnum, chosen: choice, WEIGHT }
        utility: [{ name: price }, { name: hev }, { name: phev10 }, { name: phev20 }, { name: phev40 }, { name: bev75 }, { name: bev100 }, { name: bev150 },
          { name: american }, { name: japanese }, { name: chinese }, { name: skorean }, { name: phevFastcharge }, { name: bevFastcharge }, { name: opCost }, { name: accelTime }]
        model: { numeraire: price }
        """;

    /// <summary>Apollo 0.3.8, vignette apollofirstexample; its robust covariance is ours over people, times N/(N − 1).</summary>
    [Test]
    public void Apollo_modes_stated()
    {
        var result = StudyText.Run("apollo_modeChoiceData.csv", """
            name: modes
            title: Modes between cities
            data:
              file: FILE
              layout: wide
              person: ID
              alternatives: [{ name: car, code: 1, available: av_car }, { name: bus, code: 2, available: av_bus }, { name: air, code: 3, available: av_air }, { name: rail, code: 4, available: av_rail }]
              chosen: choice
              where: [{ column: SP, equals: 1 }]
            constants-against: car
            utility: [{ name: time, column: "time_*", by-alternative: true }, { name: cost, column: "cost_*" }]
            """).Estimates;
        Assert.That(result.Situations, Is.EqualTo(7000));
        var printed = new Printed(result, "-5802.022826");
        printed.Check(CovarianceKind.Hessian, """
            constant.bus 0.011527 0.540840
            constant.air -0.649527 0.269903
            constant.rail -1.235739 0.321846
            time.bus -0.016422 0.001453
            time.air -0.011831 0.002402
            time.rail -0.004779 0.001650
            cost -0.052923 0.001422
            """);
        printed.Check(CovarianceKind.Clustered, """
            constant.bus 0.011527 0.541641
            constant.air -0.649527 0.266912
            constant.rail -1.235739 0.312776
            time.bus -0.016422 0.001480
            time.air -0.011831 0.002370
            time.rail -0.004779 0.001623
            cost -0.052923 0.001701
            """);
    }

    /// <summary>Larch, book/example/001_mnl and legacy/001.mtc.</summary>
    [Test]
    public void Larch_model_1()
    {
        var result = StudyText.Run(
            "mtcwork.csv.gz",
            Mtc + "utility: [{ name: tottime }, { name: totcost }, { name: hhinc, by-alternative: true, alternatives: [SR2, SR3, "
                + "TRANSIT, BIKE, WALK] }]\n").Estimates;
        var printed = new Printed(result, "-3626.18625551293", 1e-6);
        const string rows = """
            totcost -0.004920 0.0002389 0.0002833
            tottime -0.05134 0.003099 0.003455
            constant.BIKE -2.376 0.3045 0.3607
            constant.SR2 -2.178 0.1046 0.1119
            constant.TRANSIT -0.6709 0.1326 0.1287
            hhinc.SR2 -0.002170 0.001553 0.001647
            hhinc.TRANSIT -0.005286 0.001829 0.001769
            hhinc.WALK -0.009686 0.003033 0.003229
            """;
        printed.Check(CovarianceKind.Hessian, rows);
        printed.Check(CovarianceKind.Robust, rows, column: 3);
    }

    /// <summary>Larch, book/example/017_mnl_final and legacy/017_mtc.</summary>
    [Test]
    public void Larch_model_17()
    {
        var result = StudyText.Run("mtcwork.csv.gz", Model17).Estimates;
        var printed = new Printed(result, "-3444.185105027836", 1e-5);
        const string rows = """
            costbyincome -0.052 0.01040 0.01334
            motorized_time -0.020 0.003815 0.003898
            nonmotorized_time -0.045 0.005768 0.005760
            motorized_ovtbydist -0.133 0.01964 0.02410
            wkcbd.BIKE 0.489 0.3611 0.3665
            wkcbd.TRANSIT 1.309 0.1657 0.1585
            wkempden.TRANSIT 0.003 0.0003607 0.0003831
            hhinc.BIKE -0.009 0.005154 0.005967
            vehbywrk_SR -0.317 0.06663 0.07560
            vehbywrk.WALK -0.722 0.1694 0.2032
            constant.SR3 -3.434 0.1519 0.1557
            constant.WALK 0.068 0.3480 0.3493
            """;
        printed.Check(CovarianceKind.Hessian, rows);
        printed.Check(CovarianceKind.Robust, rows, column: 3);
    }

    /// <summary>Larch, book/example/022-nl and legacy/022_mtc.</summary>
    [Test]
    public void Larch_model_22_nested()
    {
        var result = StudyText.Run(
            "mtcwork.csv.gz",
            Model17 + "model: { nests: [{ name: motor, alternatives: [DA, SR2, SR3, TRANSIT] }, { name: nonmotor, "
                + "alternatives: [BIKE, WALK] }] }\n").Estimates;
        var printed = new Printed(result, "-3441.6725273276093", 1e-6);
        printed.Check(null, """
            costbyincome -0.039
            motorized_ovtbydist -0.114
            wkcbd.TRANSIT 0.921
            vehbywrk.WALK -0.764
            constant.SR3 -2.506
            nest.motor 0.726
            nest.nonmotor 0.769
            """);
    }

    /// <summary>
    /// logitr 1.1.3, article mnl_models_weighted; its scale is minus our coefficient of the price, its standard errors are robust.
    /// </summary>
    [Test]
    public void Logitr_cars_in_willingness_to_pay_space()
    {
        var result = StudyText.Run("cars_us.csv", Cars.Replace(", WEIGHT", "", StringComparison.Ordinal)).Estimates;
        var printed = new Printed(result, "-4616.9517792", 1e-6);
        printed.Check(CovarianceKind.Robust, """
            price -0.0738774 0.0021929
            hev 0.8067157 0.9990727
            phev40 2.5799061 1.0499398
            bev75 -16.0466139 1.2541622
            chinese -10.2689884 0.8859572
            bevFastcharge 2.9189842 0.9181490
            opCost -1.6360751 0.0686328
            accelTime -1.6970516 0.1638115
            """);
    }

    /// <summary>The same, weighted.</summary>
    [Test]
    public void Logitr_cars_with_weights()
    {
        var result = StudyText.Run("cars_us.csv", Cars.Replace("WEIGHT", "weight: weights", StringComparison.Ordinal)).Estimates;
        var printed = new Printed(result, "-3425.6302899", 1e-5);
        printed.Check(CovarianceKind.Robust, """
            price -0.0522816 0.0040689
            hev -1.1767755 2.9132608
            phev40 2.6493078 2.9851129
            bev75 -20.1364665 3.6670723
            american 8.1856838 2.4051540
            opCost -1.5975391 0.1948443
            accelTime -1.1716178 0.4834534
            """);
    }

    /// <summary>logitr 1.1.3, its read-me's first model.</summary>
    [Test]
    public void Logitr_yogurt()
    {
        var result = StudyText.Run("yogurt_long.csv", """
            name: yogurt
            title: Yogurt
            data: { file: FILE, layout: long, person: id, situation: chid, alternative: alt, chosen: choice }
            constants-against: dannon
            utility: [{ name: price }, { name: feat }]
            """).Estimates;
        var printed = new Printed(result, "-2656.8878790", 1e-5);
        printed.Check(CovarianceKind.Hessian, """
            feat 0.491439 0.120062
            constant.hiland -3.715477 0.145417
            constant.weight -0.641138 0.054498
            constant.yoplait 0.734519 0.080642
            """);
    }

    /// <summary>xlogit, examples/multinomial_model.ipynb: the log-likelihood; its estimates stopped up to 2e-4 short.</summary>
    [Test]
    public void Xlogit_fishing_by_income()
    {
        var result = StudyText.Run("fishing_long.csv", """
            name: fishing
            title: Fishing modes
            data: { file: FILE, layout: long, situation: id, alternative: alt, chosen: choice }
            constants-against: beach
            utility: [{ name: price }, { name: catch }, { name: income, by-alternative: true, alternatives: [boat, charter, pier] }]
            """).Estimates;
        _ = new Printed(result, "-1215.138");
    }

    /// <summary>R's AER, tests/AER.Rout.save, which repeats Greene's conditional logit of travel modes.</summary>
    [Test]
    public void Aer_travel_modes()
    {
        var result = Travel("");
        var printed = new Printed(result, "-199.13");
        printed.Check(CovarianceKind.Hessian, """
            constant.air 5.207433 0.779055
            constant.train 3.869036 0.443127
            constant.bus 3.163190 0.450266
            gc -0.015501 0.004408
            ttme -0.096125 0.010440
            incair 0.013287 0.010262
            """);
    }

    /// <summary>
    /// The nested logit of the same tests (flying alone, or on the ground; unscaled); no table of it was at
    /// hand, so that only its maximum is checked.
    /// </summary>
    [Test]
    public void Aer_travel_modes_nested()
    {
        var result = Travel(
            "model: { unscaled: true, nests: [{ name: fly, alternatives: [air] }, { name: ground, alternatives: [train, bus, car] }] }\n");
        double[] errors = [.. result.StandardErrors(CovarianceKind.OuterProduct)];
        var estimates = result.Parameters.Select((p, k) => $"{p}={result.Estimates[k]:F5}({errors[k]:F4})");
        TestContext.Out.WriteLine($"{result.LogLikelihood:F4} {string.Join(" ", estimates)}");
        Assert.That(result.Converged, Is.True, result.Ending);
        Assert.That(result.LogLikelihood, Is.GreaterThan(Travel("").LogLikelihood));
    }

    /// <summary>mlogit 1.1-3, vignette c5.mxl: weighted choices of transport to an airport.</summary>
    [Test]
    public void Mlogit_risky_transport()
    {
        var result = StudyText.Run("risky_transport_long.csv", """
            name: risky
            title: From Freetown's airport
            data: { file: FILE, layout: long, person: id, situation: chid, alternative: mode, chosen: choice, weight: weight }
            utility: [{ name: cost }, { name: risk }, { name: seats }, { name: noise }, { name: crowdness }, { name: convloc }, { name: clientele }]
            """).Estimates;
        new Printed(result, null).Check(null, """
            cost -0.00954
            risk -0.09391
            seats 0.15169
            noise -0.02901
            crowdness -0.91860
            convloc -0.37716
            clientele -0.25670
            """);
    }

    private static EstimationResult Travel(string model) => StudyText.Run("modechoice.csv", """
        name: travel
        title: Travel modes in Australia
        data: { file: FILE, layout: long, separator: semicolon, situation: individual, alternative: mode, alternatives: [{ name: air, code: 1 }, { name: train, code: 2 }, { name: bus, code: 3 }, { name: car, code: 4 }], chosen: choice }
        constants-against: car
        utility: [{ name: gc }, { name: ttme }, { name: incair, column: hinc, alternatives: [air] }]

        """ + model).Estimates;
}
