using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>The way of a person to the models: register, log in, list them.</summary>
public sealed class TourTests(TestedGateway gateway)
{
    [Fact]
    public async Task Registration_AnswersWithTheKeyThatTheTokenCarries()
    {
        var email = gateway.People.NewAddress();

        var registered = await gateway.Client.RegisterAsync(email, "Passw0rd!");
        await gateway.People.ConfirmAsync(email);
        var login = await gateway.Client.LoginAsync(email, "Passw0rd!");

        var key = (string)registered.Json["data"]!["API Key"]!;
        Assert.Matches("^[A-Za-z0-9]{40}$", key);
        Assert.Equal(
            (200,
                $$$"""
                {"status":200,"success":true,"message":"User {{{email}}} created successfully.",
                "data":{"API Key":"{{{key}}}"}}
                """.ReplaceLineEndings("")),
            registered.Whole);
        Assert.Equal(key, (string?)TokenText.Claims((string)login.Json["IdToken"]!)["custom:api_key"]);
    }

    [Fact]
    public async Task Login_AnswersWithTheTokensTwice()
    {
        var member = await gateway.People.SomebodyAsync();

        var login = await gateway.Client.LoginAsync(member.Email, member.Password);

        var tokens = login.Json["message"]!.AsObject();
        var (id, access) = ((string?)tokens["IdToken"], (string?)tokens["AccessToken"]);
        var five = $$"""
            "IdToken":"{{id}}","AccessToken":"{{access}}","RefreshToken":"{{tokens["RefreshToken"]}}",
            "ExpiresIn":3600,"TokenType":"Bearer"
            """.ReplaceLineEndings("");
        Assert.Equal(
            (200, $$$"""{"status":200,"success":true,{{{five}}},"message":{""" + five + "}}"), login.Whole);
        Assert.Equal("id", (string?)TokenText.Claims(id!)["token_use"]);
        Assert.Equal("access", (string?)TokenText.Claims(access!)["token_use"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    public async Task ModelList_IsGivenToRawAndBearerTokens(string scheme)
    {
        var member = await gateway.People.SomebodyAsync();

        var reply = await gateway.Client.GetAsync("bedrock", scheme + member.IdToken, member.Key);

        var list = reply.Json.AsObject();
        Assert.Equal(200, (int)reply.Status);
        Assert.Equal(
            ["status", "success", "message", "data", "foundationModels", "inferenceProfiles"],
            list.Select(property => property.Key));
        Assert.Equal("Successfully retrieved foundation models list.", (string?)list["message"]);
        Assert.Equal(
            list["foundationModels"]!.AsArray()
                .Select(model => ((string?)model!["modelId"], (string?)model["modelName"])),
            list["data"]!.AsArray().Select(model => ((string?)model!["modelId"], (string?)model["modelName"])));
        Assert.Contains(
            list["data"]!.AsArray(),
            model => model!.ToJsonString()
                == """{"modelId":"amazon.titan-text-express-v1","modelName":"Titan Text G1 - Express"}""");
    }
}
