using InstallSim.Outputs;

namespace InstallSim.Tests.Outputs;

/// <summary>Templates in which no text breaks out of its place.</summary>
public sealed class JsonTests
{
    [Test]
    public void Whatever_is_interpolated_becomes_a_JSON_value()
    {
        const string Text = "\"}, \"x\": [\u2028 </script> 🏥";
        var json = Json.Object($$"""{"text": {{Text}}, "number": {{0.1}}, "nothing": {{double.NaN}}, "many": """
            + $$"""{{new[] { 1.5, double.PositiveInfinity }}}, "none": {{(string?)null}} }""");
        Assert.That((string)json["text"]!, Is.EqualTo(Text));
        Assert.That(json.Count, Is.EqualTo(5));
        Assert.That(json["nothing"], Is.Null);
        Assert.That(json["many"]!.ToJsonString(), Is.EqualTo("[1.5,null]"));
    }

    [Test]
    public void Numbers_have_seven_digits_whatever_the_machine() =>
        Assert.That(Json.Array($"[{1.0 / 3}, {123456789.0}]").ToJsonString(), Is.EqualTo("[0.3333333,123456800]"));

    [Test]
    public void Text_in_HTML_is_escaped_and_markup_is_not() =>
        Assert.That(Html.Of($"<p title=\"{"\"'<&"}\">{Html.Of($"<b>{"<i>"}</b>")}</p>").Text,
            Is.EqualTo("<p title=\"&quot;&#39;&lt;&amp;\"><b>&lt;i&gt;</b></p>"));
}
