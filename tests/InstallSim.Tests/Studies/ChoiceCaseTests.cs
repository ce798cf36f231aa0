using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Tests.Studies;

/// <summary>Situations from reports of others, with what is right; they stand beside a developer's clone.</summary>
public sealed class ChoiceCaseTests
{
    [TestCase("fw", 873.85)]
    [TestCase("rep", 873.85)]
    public void Weights_and_rows_written_out_have_one_bic(string study, double bic) =>
        Assert.That(Estimate($"12-weights/{study}.yaml").Estimates.Bic, Is.EqualTo(bic).Within(0.005));

    [Test]
    public void A_bootstrap_without_separated_samples_has_a_standard_error_that_means_something()
    {
        StudyResult study = Estimate("44-bootstrap-separated/sb.yaml", "estimation.standard-errors=bootstrap",
            "estimation.bootstrap-samples=500");
        Assert.That(study.Estimates.StandardErrors()[1], Is.EqualTo(0.86).Within(0.05));
        Assert.That(study.Estimates.Bootstrap!.Separated, Is.InRange(10, 40));
    }

    [Test]
    public void A_weak_price_is_warned_of()
    {
        StudyResult study = Estimate("29-wtp-weak-price/delta.yaml");
        Assert.That(study.Warnings.Select(w => w.English), Has.Some.StartsWith("the coefficient of 'price' is weak (|z| = 0.19"));
        Assert.That(study.WillingnessToPay.Single().Fieller!.Kind, Is.EqualTo(InstallSim.Choice.Analysis.FiellerKind.Outside));
    }

    [Test]
    public void A_lognormal_coefficient_of_the_other_sign_gets_a_hint() =>
        Assert.That(Estimate("17-lognormal-sign/wrong.yaml").Warnings.Select(w => w.English), Has.Some.Contains("sign: negative"));

    [Test]
    public void A_normal_price_has_no_mean() =>
        Assert.That(Estimate("43-random-price/study.yaml").WillingnessToPay.Select(w => w.Kind), Is.All.EqualTo(WorthKind.Median));

    [Test]
    public void An_opt_out_without_a_constant_is_warned_of()
    {
        Assert.That(Estimate("08-opt-out/forgot.yaml").Warnings, Has.Count.EqualTo(1));
        Assert.That(Estimate("08-opt-out/study.yaml").Warnings, Is.Empty);
    }

    [TestCase("42-lr-test-other-people/lrfull.yaml", "it is about other people")]
    [TestCase("45-four-clusters/study.yaml", "4 people (column 'pid') for 4 parameters")]
    public void What_cannot_be_told_is_refused(string study, string message)
    {
        StudySource source = Read(study);
        Assert.That(() => StudyEstimation.Run(source), Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    private static StudyResult Estimate(string study, params string[] overrides) => StudyEstimation.Run(Read(study, overrides));

    private static StudySource Read(string study, params string[] overrides)
    {
        string path = Path.Combine([Repository.Root, "..", "shared", "cases", "choice", .. study.Split('/')]);
        if (!File.Exists(path))
        {
            Assert.Ignore($"needs {study} of the shared cases, which are not part of the project");
        }

        return StudyReader.Read(Path.GetFullPath(path), overrides);
    }
}
