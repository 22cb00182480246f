using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class InferenceProfileTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task SystemProfile_IsDescribedAsBedrockDescribesIt()
    {
        var reply = await BedrockWire.GetAsync(fixture.Aws, "/inference-profiles/us.meta.llama3-3-70b-instruct-v1%3A0");

        Assert.True(JsonNode.DeepEquals(
            reply.Body,
            JsonNode.Parse("""
                {
                  "inferenceProfileName": "US Meta Llama 3.3 70B Instruct",
                  "description":
                    "Routes requests to Meta Llama 3.3 70B Instruct in us-east-1, us-east-2 and us-west-2.",
                  "createdAt": "2026-09-01T00:00:00+00:00",
                  "updatedAt": "2026-09-01T00:00:00+00:00",
                  "inferenceProfileArn":
                    "arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.meta.llama3-3-70b-instruct-v1:0",
                  "models": [
                    { "modelArn": "arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-3-70b-instruct-v1:0" },
                    { "modelArn": "arn:aws:bedrock:us-east-2::foundation-model/meta.llama3-3-70b-instruct-v1:0" },
                    { "modelArn": "arn:aws:bedrock:us-west-2::foundation-model/meta.llama3-3-70b-instruct-v1:0" }
                  ],
                  "inferenceProfileId": "us.meta.llama3-3-70b-instruct-v1:0",
                  "status": "ACTIVE",
                  "type": "SYSTEM_DEFINED"
                }
                """)),
            reply.Text);
    }

    [Fact]
    public async Task EveryModelThatNeedsAProfile_HasOne()
    {
        var models = await BedrockWire.GetAsync(fixture.Aws, "/foundation-models");
        var profiles = await BedrockWire.GetAsync(fixture.Aws, "/inference-profiles");

        var needing = models.Body["modelSummaries"]!.AsArray()
            .Where(model => model!["inferenceTypesSupported"]!.ToJsonString() == """["INFERENCE_PROFILE"]""")
            .Select(model => (string?)model!["modelArn"]!);
        var routed = profiles.Body["inferenceProfileSummaries"]!.AsArray()
            .SelectMany(profile => profile!["models"]!.AsArray().Select(model => (string?)model!["modelArn"]));
        var regionless = routed.Select(arn =>
            arn!.Replace("bedrock:::", "bedrock:us-east-1::", StringComparison.Ordinal));
        Assert.Empty(needing.Except(regionless));
    }

    [Fact]
    public async Task Pages_FollowOneAnotherToTheEnd()
    {
        var all = await BedrockWire.GetAsync(fixture.Aws, "/inference-profiles?type=SYSTEM_DEFINED");
        var ids = new List<string?>();
        var token = string.Empty;
        while (token is not null)
        {
            var page = await BedrockWire.GetAsync(
                fixture.Aws, "/inference-profiles?maxResults=40" + (token.Length > 0 ? $"&nextToken={token}" : ""));
            ids.AddRange(Ids(page));
            token = (string?)page.Body["nextToken"];
        }

        Assert.True(ids.Count > 40);
        Assert.Null(all.Body["nextToken"]);
        Assert.Equal(Ids(all), ids);
    }

    [Theory]
    [InlineData(
        "maxResults=0",
        "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must "
        + "have value greater than or equal to 1")]
    [InlineData(
        "maxResults=1001",
        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must "
        + "have value less than or equal to 1000")]
    [InlineData(
        "type=MINE",
        "1 validation error detected: Value 'MINE' at 'type' failed to satisfy constraint: Member must "
        + "satisfy enum value set: [SYSTEM_DEFINED, APPLICATION]")]
    [InlineData("nextToken=99999", "The provided token is invalid.")]
    public async Task BadParameter_IsNamedInTheFault(string query, string message)
    {
        var reply = await BedrockWire.GetAsync(fixture.Aws, $"/inference-profiles?{query}");

        Assert.Equal(BedrockReply.Invalid(message), reply.Fault);
    }

    [Fact]
    public async Task ApplicationProfile_AnswersAsTheModelItCopies_UntilItIsDeleted()
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        const string Prompt = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""";
        var created = await BedrockWire.PostAsync(
            aws,
            "/inference-profiles",
            """{"inferenceProfileName":"team","modelSource":{"copyFrom":"us.amazon.nova-2-lite-v1:0"}}""");
        var arn = (string)created.Body["inferenceProfileArn"]!;
        var path = $"/inference-profiles/{Uri.EscapeDataString(arn)}";

        var listed = await BedrockWire.GetAsync(aws, "/inference-profiles?type=APPLICATION");
        var viaSystem = await BedrockWire.InvokeAsync(aws, "us.amazon.nova-2-lite-v1:0", Prompt);
        var viaOwn = await BedrockWire.InvokeAsync(aws, arn, Prompt);
        var deleted = await BedrockWire.SendAsync(aws, HttpMethod.Delete, path, content: null);
        var afterwards = await BedrockWire.InvokeAsync(aws, arn, Prompt);
        var gone = await BedrockWire.GetAsync(aws, path);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Matches("^arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/[a-z0-9]{12}$", arn);
        var profile = Assert.Single(listed.Body["inferenceProfileSummaries"]!.AsArray())!;
        Assert.Equal(
            ("team", "APPLICATION", 3),
            ((string?)profile["inferenceProfileName"], (string?)profile["type"], profile["models"]!.AsArray().Count));
        Assert.Equal(HttpStatusCode.OK, viaOwn.Status);
        Assert.Equal(viaSystem.Text, viaOwn.Text);
        Assert.Equal("{}", deleted.Text);
        Assert.Equal(BedrockReply.Invalid("The provided model identifier is invalid."), afterwards.Fault);
        Assert.Equal(
            (HttpStatusCode.NotFound, "ResourceNotFoundException", "The provided inference profile was not found."),
            gone.Fault);
    }

    [Fact]
    public async Task SystemProfile_CannotBeDeleted()
    {
        var reply = await BedrockWire.SendAsync(
            fixture.Aws, HttpMethod.Delete, "/inference-profiles/us.amazon.nova-lite-v1%3A0", content: null);

        Assert.Equal(BedrockReply.Invalid("System-defined inference profiles can't be deleted."), reply.Fault);
    }

    private static IEnumerable<string?> Ids(BedrockReply reply) =>
        reply.Body["inferenceProfileSummaries"]!.AsArray().Select(profile => (string?)profile!["inferenceProfileId"]);
}
