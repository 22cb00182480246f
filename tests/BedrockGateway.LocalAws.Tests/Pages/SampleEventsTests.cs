using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Pages.Masking;
using BedrockGateway.LocalAws.Tests.ApiGateway;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class SampleEventsTests(PageLab lab) : IClassFixture<PageLab>
{
    [Fact]
    public async Task Route_HasTheEventThatTheGatewaySends()
    {
        var samples = await lab.GetAsync("functions/demo-accounts/samples");
        using var poller = await lab.PollAsync("demo-accounts");
        var call = RegisterAsync();
        var real = await poller.NextAsync();
        await poller.RespondAsync(real.Id, """{"statusCode":200}""");
        Assert.Equal(HttpStatusCode.OK, await call);

        Assert.Equal(["POST /register", "Empty event"], samples.AsArray().Select(sample => (string)sample!["name"]!));
        var sent = JsonNode.Parse(real.Body)!.AsObject();
        var sample = JsonNode.Parse((string)samples[0]!["text"]!)!.AsObject();
        Assert.Equal(
            """{"email":"ada@example.com","password":"Passw0rd!","fullname":"Ada Lovelace"}""",
            (string?)sample["body"]);
        Assert.Equal(PathsOf(sent), PathsOf(sample));
        Assert.Equal("/prod/register", (string?)sample["requestContext"]!["path"]);
    }

    [Fact]
    public async Task ProtectedRoute_IsCalledByWhoRegisteredLastWithTheMasksInPlaceOfSecrets()
    {
        var before = await lab.GetAsync("functions/demo-models/samples");
        await lab.SignUpAsync("grace@example.com", confirm: true);

        var sample = (await lab.GetAsync("functions/demo-models/samples"))[0]!;
        using var poller = await lab.PollAsync("demo-models");
        await lab.SendAsync("demo-models", (string)sample["text"]!, from: "POST /bedrock");
        var sent = await poller.NextAsync();
        await poller.RespondAsync(sent.Id, "{}");

        Assert.Equal(
            "Nobody is registered and confirmed yet, so that this event comes from nobody.",
            (string?)before[0]!["note"]);
        Assert.Equal("Signed in as grace@example.com, who registered last.", (string?)sample["note"]);
        var shown = JsonNode.Parse((string)sample["text"]!)!;
        Assert.Equal(
            (SecretMask.Text, SecretMask.Text, SecretMask.Text),
            (
                (string?)shown["headers"]!["Authorization"],
                (string?)shown["headers"]!["x-api-key"],
                (string?)shown["requestContext"]!["identity"]!["apiKey"]));
        Assert.Equal("grace@example.com", (string?)shown["requestContext"]!["authorizer"]!["claims"]!["email"]);
        var got = JsonNode.Parse(sent.Body)!;
        Assert.StartsWith("eyJ", (string?)got["headers"]!["Authorization"], StringComparison.Ordinal);
        Assert.Equal("key-of-ada-0123456789-ABCD", (string?)got["headers"]!["x-api-key"]);
        AssertJson.Equal(SecretMask.Of(got).ToText(), shown);
    }

    [Fact]
    public async Task AnyVerb_HasASampleToReadAndOneToWrite()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        await api.MethodAsync("/items/{id}/{rest+}", "PUT");
        await api.DeployAsync();
        host.Functions.Add(new("models", TimeSpan.FromSeconds(3), 128));

        var samples = JsonNode.Parse(await host.Http.GetStringAsync(
            new Uri(host.Aws.Endpoint, "/_local/data/functions/models/samples"),
            TestContext.Current.CancellationToken))!.AsArray();

        Assert.Equal(
            ["PUT /items/{id}/{rest+}", "GET /x", "POST /x", "Empty event"],
            samples.Select(sample => (string)sample!["name"]!));
        var put = JsonNode.Parse((string)samples[0]!["text"]!)!;
        Assert.Equal(("/items/id/rest", "{}"), ((string?)put["path"], (string?)put["body"]));
        AssertJson.Equal("""{ "id": "id", "rest": "rest" }""", put["pathParameters"]);
        Assert.Null(JsonNode.Parse((string)samples[1]!["text"]!)!["body"]);
    }

    [Fact]
    public async Task Trigger_HasTheEventThatCognitoSends()
    {
        var samples = await lab.GetAsync("functions/demo-pre-signup/samples");

        var sent = await lab.SignUpAsync("ada@example.com", confirm: false);

        Assert.Equal(["PreSignUp_SignUp", "Empty event"], samples.AsArray().Select(sample => (string)sample!["name"]!));
        AssertJson.Equal((string)samples[0]!["text"]!, sent);
        Assert.Equal("{}", (string?)samples[1]!["text"]);
    }

    private async Task<HttpStatusCode> RegisterAsync()
    {
        using var content = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        using var response = await lab.Http.PostAsync(
            new Uri(lab.Aws.Gateway, "prod/register"), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Names of everything in an event, less the headers of whichever client sent it.</summary>
    private static List<string> PathsOf(JsonObject @event)
    {
        var copy = @event.DeepClone().AsObject();
        copy["headers"] = null;
        copy["multiValueHeaders"] = null;
        return [.. PathsBelow(copy, "")];
    }

    private static IEnumerable<string> PathsBelow(JsonNode? node, string path) => node is JsonObject properties
        ? properties.SelectMany(property => PathsBelow(property.Value, $"{path}/{property.Key}"))
        : [path];
}
