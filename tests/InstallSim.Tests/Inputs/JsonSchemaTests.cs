using System.Text.Json.Nodes;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class JsonSchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(JsonSchema.Write<SampleScenario>("Sample", Sample.Catalogs, inherits: true))!.AsObject();

    [Test]
    public void Every_key_is_described_with_unit_default_and_source()
    {
        JsonNode threshold = Schema["properties"]!["threshold"]!;
        Assert.That((string?)threshold["description"],
            Is.EqualTo("Under-dense below it. Unit: consultations/inhabitant/year. Default: 2.5. Source: DREES 2017."));
        Assert.That((double?)threshold["default"], Is.EqualTo(2.5));
        Assert.That(Schema["properties"]!.AsObject().Select(property => property.Key), Is.EqualTo((string[])
        [
            "extends", "name", "years", "seed", "replications", "quiet", "territories", "threshold", "tags", "tags!",
            "coefficients", "coefficients!", "access", "access!", "policies", "policies!",
        ]));
    }

    [Test]
    public void Limits_and_words_are_those_of_the_binder()
    {
        JsonNode properties = Schema["properties"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)properties["replications"]!["type"], Is.EqualTo("integer"));
            Assert.That((double?)properties["replications"]!["minimum"], Is.EqualTo(1));
            Assert.That((double?)properties["replications"]!["maximum"], Is.EqualTo(10_000));
            Assert.That((double?)properties["seed"]!["minimum"], Is.EqualTo(0));
            Assert.That(properties["access"]!["properties"]!["decay"]!["enum"]!.ToJsonString(), Is.EqualTo("""["step","linear"]"""));
            Assert.That((double?)properties["access"]!["properties"]!["radius"]!["default"], Is.EqualTo(30));
            Assert.That(properties["coefficients"]!["properties"]!.AsObject().Select(name => name.Key),
                Is.EqualTo((string[])["income", "income!", "peers", "peers!", "schools", "schools!"]));
            Assert.That((bool?)Schema["additionalProperties"], Is.False);
            Assert.That(Schema["anyOf"]!.ToJsonString(), Is.EqualTo("""[{"required":["extends"]},{"required":["name"]}]"""));
        });
    }

    [Test]
    public void A_type_chooses_its_keys()
    {
        JsonArray choices = Schema["properties"]!["policies"]!["items"]!["oneOf"]!.AsArray();
        Assert.That(choices.Select(choice => (string?)choice!["properties"]!["type"]!["const"]),
            Is.EqualTo((string[])["grant", "opening"]));
        Assert.That(choices[0]!["required"]!.ToJsonString(), Is.EqualTo("""["type","amount-keur"]"""));
        Assert.That(choices[1]!["properties"]!.AsObject().Select(property => property.Key),
            Is.EqualTo((string[])["type", "name", "from", "areas", "per-year"]));
        Assert.That(choices[1]!["properties"]!["areas"]!["items"]!["enum"]!.ToJsonString(), Is.EqualTo("""["urban","very-rural"]"""));
    }

    [Test]
    public void A_file_without_parents_must_say_what_is_required()
    {
        JsonNode schema = JsonNode.Parse(JsonSchema.Write<SampleScenario>("Sample", Sample.Catalogs))!;
        Assert.That(schema["required"]!.ToJsonString(), Is.EqualTo("""["name"]"""));
        Assert.That(schema["properties"]!.AsObject().ContainsKey("extends"), Is.False);
    }
}
