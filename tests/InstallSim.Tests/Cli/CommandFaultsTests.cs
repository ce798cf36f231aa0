using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Cli;

/// <summary>Commands that are not right are refused in the program's own words, with what may be meant, in both languages.</summary>
public sealed class CommandFaultsTests
{
    [TestCase("list policy",
        "list takes one of policies, metrics, variables, columns, indicators, figures; found 'policy'; did you mean 'policies'?",
        "list prend un de policies, metrics, variables, columns, indicators, figures ; trouvé : « policy » ; vouliez-vous dire « polic")]
    [TestCase("schema senario", "schema takes one of scenario, territories, ", "schema prend un de scenario, territories, ")]
    [TestCase("new x --from francy", "--from takes one of centre-val-de-loire, france, dce, own; found 'francy'; did you mean 'france'?",
        "--from prend un de centre-val-de-loire, ")]
    [TestCase("compare x --tables parket",
        "--tables takes one of csv, parquet; found 'parket'; did you mean 'parquet'?", "--tables prend un de ")]
    [TestCase("report x --format pgn", "--format takes one of html, svg, png, pdf, vega, gallery; found 'pgn'; did you mean 'png'?",
        "--format prend un de ")]
    [TestCase("completion bsh",
        "completion takes one of bash, zsh, fish, pwsh; found 'bsh'; did you mean 'bash'?", "completion prend un de ")]
    [TestCase("run", "run needs SCENARIO: Scenario file.", "run a besoin de SCÉNARIO : ")]
    [TestCase("run a b", "'b' is too many: run takes SCENARIO", "« b » est de trop : run prend SCÉNARIO")]
    [TestCase("run a --replications", "--replications needs a value: --replications N", "--replications a besoin d’une valeur : ")]
    [TestCase("run a --seed 1 --seed 2", "--seed is said 2 times; once is expected", "--seed est dit 2 fois ; une seule est attendue")]
    [TestCase("run a --set seed=1 --set years=2025..2030 --set seed=2",
        "--set seed is said 2 times; once is expected", "--set seed est dit 2 fois ; une seule est attendue")]
    [TestCase("run a --seed 3 --set seed=4",
        "--set seed and --seed say the same; one of them is expected", "--set seed et --seed disent la même chose ; un seul des deux")]
    [TestCase("compare a --years 2025..2026 --set years=2025..2030", "--set years and --years say the same", "--set years et --years ")]
    [TestCase("calibrate a --replications 2 --set replications=3",
        "--set replications and --replications say the same", "--set replications et --replications ")]
    [TestCase("compare a --set territories=b.yaml --territories c.yaml",
        "--set territories and --territories say the same", "--set territories et --territories ")]
    [TestCase("compare a --engine slurm --time abc", "--time takes MINUTES, MIN:SEC, H:MIN:SEC, DAYS-H, DAYS-H:MIN or DAYS-H:MIN:SEC, "
        + "found 'abc'", "--time prend MINUTES, MIN:S, H:MIN:S, JOURS-H, JOURS-H:MIN ou JOURS-H:MIN:S ; trouvé : « abc »")]
    [TestCase("sweep a --engine slurm --time -5", "--time takes MINUTES, ", "--time prend MINUTES, ")]
    [TestCase("sweep a --engine slurm --memory xyz", "--memory takes a whole number of megabytes, or of K, M, G or T, such as 4G, found",
        "--memory prend un nombre entier de mégaoctets, ou de K, M, G ou T, comme 4G ; trouvé : « xyz »")]
    [TestCase("access x --metrik apl", "there is no option '--metrik'; did you mean '--metric'?; options: ",
        "il n’y a pas d’option « --metrik » ; vouliez-vous dire « --metric » ? ; options : ")]
    [TestCase("compare x --language fr", "there is no option '--language'; did you mean '--lang'?; options: ",
        "il n’y a pas d’option « --language » ; vouliez-vous dire « --lang » ? ; options : ")]
    [TestCase("compare x --Output-folder=y", "there is no option '--Output-folder=y'; did you mean '--out'?; options: ",
        "il n’y a pas d’option « --Output-folder=y » ; vouliez-vous dire « --out » ? ; options : ")]
    [TestCase("compare x --rep 3", "there is no option '--rep'; did you mean '--replications'?; options: ",
        "il n’y a pas d’option « --rep » ; vouliez-vous dire « --replications » ? ; options : ")]
    [TestCase("access x --language fr", "there is no option '--language'; did you mean '--lang'?; options: ",
        "il n’y a pas d’option « --language » ; vouliez-vous dire « --lang » ? ; options : ")]
    [TestCase("compare x --nowhere", "there is no option '--nowhere'; options: ", "il n’y a pas d’option « --nowhere » ; options : ")]
    [TestCase("access --metrik x",
        "there is no option '--metrik'; did you mean '--metric'?; options: ", "il n’y a pas d’option « --metrik »")]
    [TestCase("respond x --samples y",
        "--samples takes a whole number from 2 to 65535, found 'y'", "--samples prend un nombre entier de 2 à 65535")]
    [TestCase("run x --years 2025", "--years: expected years from..until, such as 2025..2045, found '2025'",
        "--years : attendu : des années début..fin, comme 2025..2045 ; trouvé : « 2025 »")]
    [TestCase("explain x", "explain needs --physician FILE", "explain a besoin de --physician FICHIER")]
    [TestCase("", "name a verb: new, run, compare, ", "nommer un verbe : new, run, compare, ")]
    public void A_fault_of_a_command_is_said_in_one_line(string command, string english, string french)
    {
        string[] args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        CommandLine.Outcome refused = CommandLine.Run(args), refuse = CommandLine.Run(["--lang", "fr", .. args]);
        Assert.Multiple(() =>
        {
            Assert.That((refused.Code, refuse.Code, refused.Output), Is.EqualTo((2, 2, "")));
            Assert.That(refused.ErrorLines[0], Does.StartWith($"installsim: {english}"));
            Assert.That(refuse.ErrorLines[0].Replace('\u00a0', ' '), Does.StartWith($"installsim : {french}"));
            Assert.That(refused.ErrorLines, Has.Length.EqualTo(2), refused.Error);
            Assert.That(refuse.ErrorLines, Has.Length.EqualTo(2), refuse.Error);
            Assert.That(refused.Error + refuse.Error, Does.Not.Match("System|Argument obligatoire|Unrecognized|\u2063"));
        });
    }

    /// <summary>As of a variable that is not set, in a script.</summary>
    [TestCase("run|x|--out|", "--out")]
    [TestCase("sweep|x|--out|", "--out")]
    [TestCase("merge|x|--out|", "--out")]
    [TestCase("sensitivity|x|--out|", "--out")]
    [TestCase("report|x|--out|", "--out")]
    [TestCase("estimate|x|--save|", "--save")]
    [TestCase("run|x|--territories|", "--territories")]
    [TestCase("run|", "SCENARIO")]
    [TestCase("compare|x|", "SCENARIOS")]
    [TestCase("explain|x|--physician|", "--physician")]
    public void An_empty_text_is_refused_in_one_line(string command, string name)
    {
        CommandLine.Outcome refused = CommandLine.Run(command.Split('|')),
            refuse = CommandLine.Run([.. command.Split('|'), "--lang", "fr"]);
        Assert.That((refused.Code, refused.Output, refuse.Code), Is.EqualTo((2, "", 2)));
        Assert.That(refused.ErrorLines, Has.Length.EqualTo(2), refused.Error);
        Assert.That(refused.ErrorLines[0],
            Is.EqualTo($"installsim: {name} is an empty text, such as of a variable that is not set; a value is expected"));
        Assert.That(refuse.ErrorLines[0], Does.Contain(" est un texte vide, comme d’une variable non définie"));
    }

    [TestCase("30")]
    [TestCase("1:30")]
    [TestCase("12:00:00")]
    [TestCase("2-0")]
    [TestCase("2-12:30")]
    [TestCase("2-12:30:00")]
    [TestCase("UNLIMITED")]
    public void A_time_of_Slurm_is_taken(string time) => Assert.That(
        CommandLine.Run("compare", "nothing", "--engine", "slurm", "--time", time).Error,
        Does.Contain("does not exist").And.Not.Contain("--time"));

    [Test]
    public void A_language_that_there_is_not_is_refused() => Assert.That(CommandLine.Run("list", "--lang", "de").ErrorLines[0],
        Is.EqualTo("installsim: --lang takes one of en, fr; found 'de'"));

    [TestCase("report out/dmo", "out/dmo: error: does not exist; did you mean 'demo'?")]
    [TestCase("trace out/dmo", "out/dmo: error: does not exist; did you mean 'demo'?")]
    [TestCase("reproduce out/dmo", "out/dmo: error: does not exist; did you mean 'demo'?")]
    [TestCase("discover out/dmo", "out/dmo: error: does not exist; did you mean 'demo'?")]
    [TestCase("merge out/dmo", "out/dmo: error: does not exist; did you mean 'demo'?")]
    [TestCase("compare out/dmo", "out/dmo: error: file 'out/dmo' does not exist; did you mean 'demo'?")]
    [TestCase("run outt/demo.yaml",
        "outt/demo.yaml: error: file 'outt/demo.yaml' does not exist, nor does its folder; did you mean 'out'?")]
    [TestCase("estimate out/stud.yaml", "out/stud.yaml: error: file 'out/stud.yaml' does not exist; did you mean 'study.yaml'?")]
    [TestCase("backtest out/stud.yaml", "out/stud.yaml: error: file 'out/stud.yaml' does not exist; did you mean 'study.yaml'?")]
    [TestCase("calibrate out/stud.yaml", "out/stud.yaml: error: file 'out/stud.yaml' does not exist; did you mean 'study.yaml'?")]
    [TestCase("sweep out/stud.yaml", "out/stud.yaml: error: file 'out/stud.yaml' does not exist; did you mean 'study.yaml'?")]
    [TestCase("validate out/stud.yaml", "out/stud.yaml: error: file 'out/stud.yaml' does not exist; did you mean 'study.yaml'?")]
    public void A_path_that_is_not_there_is_refused_with_the_one_that_may_be_meant(string command, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("out/demo/x.txt", "");
        folder.Write("out/study.yaml", "");
        string[] args = command.Split(' ');
        CommandLine.Outcome refused = CommandLine.Run(args[0], Path.Combine(folder.Path, args[1]));
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error.Replace(folder.Path + Path.DirectorySeparatorChar, ""),
            Is.EqualTo($"{expected}\ninstallsim: 1 error; nothing was written\n"));
    }
}
