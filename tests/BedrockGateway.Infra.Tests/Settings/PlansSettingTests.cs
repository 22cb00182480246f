namespace BedrockGateway.Infra.Tests.Settings;

/// <summary><c>PLANS</c>: what is wrong is told with the plan and the field.</summary>
public sealed class PlansSettingTests
{
    private const string Fits = "\"rate\":1,\"burst\":2,\"quota\":3,\"period\":\"DAY\"";

    [Fact]
    public void Plans_AreKeptWithoutWhiteSpace() =>
        Assert.Equal(
            """{"pro":{"rate":0.5,"burst":10,"quota":1000,"period":"WEEK","models":["anthropic.*","amazon.nova-*"]}}""",
            Read("""
                { "pro": { "rate": 0.5, "burst": 10, "quota": 1000, "period": "WEEK",
                           "models": ["anthropic.*", "amazon.nova-*"] } }
                """).Plans);

    [Theory]
    [InlineData("pro")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"pro\":{" + Fits + "},\"pro\":{" + Fits + "}}")]
    [InlineData("{\"pro\":{" + Fits + ",\"rate\":1}}")]
    public void NoPlansAtAll_AreRefused(string value) =>
        Assert.Equal(
            $"PLANS is '{value}'; allowed is a JSON object of names and plans, such as "
                + """{"pro":{"rate":5,"burst":10,"quota":1000,"period":"DAY","models":"anthropic.*"}}, """
                + "of at most 20 plans in at most 2000 characters.",
            Refusal(value));

    [Theory]
    [InlineData("Pro")]
    [InlineData("")]
    [InlineData("7up")]
    [InlineData("two words")]
    [InlineData("a23456789-123456789-123456789-123")]
    public void Name_IsRefused(string name) =>
        Assert.Equal(
            $"PLANS has a plan '{name}'; allowed is a name of 1 to 32 lower-case letters, digits and hyphens, "
                + "a letter first.",
            Refusal(Json(name, Fits)));

    [Theory]
    [InlineData("\"rate\":0", "rate", "0", "a number of requests per second above 0, at most 10000")]
    [InlineData("\"rate\":\"1\"", "rate", "\"1\"", "a number of requests per second above 0, at most 10000")]
    [InlineData("\"burst\":2.5", "burst", "2.5", "a whole number from 1 to 5000")]
    [InlineData("\"quota\":0", "quota", "0", "a whole number from 1 to 2147483647")]
    [InlineData("\"quota\":null", "quota", "null", "a whole number from 1 to 2147483647")]
    [InlineData("\"period\":\"YEAR\"", "period", "YEAR", "DAY, WEEK or MONTH")]
    [InlineData("\"period\":1", "period", "1", "DAY, WEEK or MONTH")]
    public void Field_IsRefusedWithPlanAndName(string field, string name, string value, string allowed)
    {
        var fields = Fits.Split(',').Where(part => !part.StartsWith($"\"{name}\"", StringComparison.Ordinal))
            .Append(field);

        Assert.Equal(
            $"PLANS has a plan 'pro' whose {name} is '{value}'; allowed is {allowed}.",
            Refusal(Json("pro", string.Join(',', fields))));
    }

    [Theory]
    [InlineData("no model", "no model")]
    [InlineData("[1]", "[1]")]
    [InlineData("[]", "")]
    public void Models_AreRefusedAsThoseOfTheGatewayAre(string models, string shown)
    {
        var value = models.StartsWith('[') ? models : $"\"{models}\"";

        Assert.StartsWith(
            $"PLANS has a plan 'pro' whose models is '{shown}'; allowed is at most 20 ids of models",
            Refusal(Json("pro", $"{Fits},\"models\":{value}")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void MissingField_IsRefused() =>
        Assert.Equal(
            "PLANS has a plan 'pro' without burst; it needs rate, burst, quota and period.",
            Refusal("""{"pro":{"rate":1,"quota":3,"period":"DAY"}}"""));

    [Fact]
    public void UnknownField_IsRefused() =>
        Assert.Equal(
            "PLANS has a plan 'pro' with a field 'model'; allowed are rate, burst, quota, period and models.",
            Refusal(Json("pro", Fits + ",\"model\":\"a\"")));

    [Fact]
    public void PlanThatIsNoObject_IsRefused() =>
        Assert.Equal(
            "PLANS has a plan 'pro' that is no object; it needs rate, burst, quota and period.",
            Refusal("""{"pro":5}"""));

    [Fact]
    public void TwentyOnePlans_AreTooMany()
    {
        var plans = Enumerable.Range(1, 21).Select(number => Json($"p{number}", Fits)[1..^1]);

        Assert.EndsWith(
            "of at most 20 plans in at most 2000 characters.",
            Refusal("{" + string.Join(',', plans) + "}"),
            StringComparison.Ordinal);
    }

    // A function's environment has 4 KB.
    [Fact]
    public void ListsOfModels_FitIntoAFunctionsEnvironmentTogether()
    {
        var patterns = string.Join(',', Enumerable.Range(10, 20).Select(i => $"{i}.{new string('a', 44)}"));
        var aliases = string.Join(',', Enumerable.Range(10, 19).Select(i => $"\"m{i}\":\"a.{new string('b', 90)}\""));

        var refusal = Assert.Throws<InvalidSettingException>(() => GatewaySettings.Read(name => name switch
        {
            "ALLOWED_MODELS" => patterns,
            "MODEL_ALIASES" => "{" + aliases + "}",
            "PLANS" => Json("pro", $"{Fits},\"models\":\"{patterns}\""),
            _ => null,
        }));

        Assert.Equal(
            $"ALLOWED_MODELS has {patterns.Length} characters, MODEL_ALIASES {aliases.Length + 2} and PLANS "
                + $"{patterns.Length + 65}; a function's environment has room for 3200 of the three.",
            refusal.Message);
    }

    private static string Json(string name, string fields) => "{\"" + name + "\":{" + fields + "}}";

    private static string Refusal(string plans) => Assert.Throws<InvalidSettingException>(() => Read(plans)).Message;

    private static GatewaySettings Read(string plans) =>
        GatewaySettings.Read(name => name == "PLANS" ? plans : null);
}
