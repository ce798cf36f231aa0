namespace InstallSim.Tests.Reporting;

/// <summary>Tables that the page saves for a spreadsheet, which takes a text with a sign before it for a formula.</summary>
public sealed class PageTableTests
{
    [TestCase("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [TestCase("@here", "'@here")]
    [TestCase("-2+3", "'-2+3")]
    [TestCase("+33 1 23", "'+33 1 23")]
    [TestCase("-1.5", "-1.5")]
    [TestCase("+12%", "+12%")]
    [TestCase("Region", "Region")]
    public void A_text_is_no_formula_and_a_signed_number_stays_one(string text, string expected)
    {
        string script = "import { toCsv } from './page/csv.js'; "
            + "process.stdout.write(toCsv({ heads: ['a'], rows: [[process.argv[1]]] }, 'en').split('\\r\\n')[1]);";
        Assert.That(Node.Run("--input-type=module", "-e", script, "--", text), Is.EqualTo(expected));
    }
}
