using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>Bodies that no route of accounts can use. None of them reaches Cognito.</summary>
public sealed class AccountBodyTests
{
    // By path, what a whole body has; each field is left out, emptied, shortened, and of another type in turn.
    public static TheoryData<string, string[]> Routes => new()
    {
        { "/register", ["email", "password", "fullname"] },
        { "/login", ["email", "password"] },
        { "/login/challenge", ["email", "challenge", "session"] },
        { "/confirm", ["email", "code"] },
        { "/confirm/resend", ["email"] },
        { "/refresh", ["refreshToken"] },
        { "/password/forgot", ["email"] },
        { "/password/reset", ["email", "code", "newPassword"] },
        { "/password/change", ["accessToken", "oldPassword", "newPassword"] },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task UnusableField_AnswersMissingParameters(string path, string[] fields)
    {
        await using var gateway = await StartAsync();
        var token = gateway.Pool.IdToken("s-1", apiKey: null, gateway.Clock);
        foreach (var field in fields)
        {
            foreach (var value in new[] { null, "null", "\"\"", "\"x\"", "7", "true", "[]", "{}" })
            {
                var members = fields
                    .Select(name => (Name: name, Value: name == field ? value : "\"ann@example.com\""))
                    .Where(member => member.Value is not null)
                    .Select(member => $"\"{member.Name}\":{member.Value}");

                using var reply = await gateway.PostAsync(path, $"{{{string.Join(',', members)}}}", token);

                await reply.FailsAsync(422, "Missing required parameters.");
            }
        }

        Assert.Empty(gateway.Faults.Calls);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [InlineData("/logout", new string[0])]
    public async Task WhatIsNoObject_IsRefused(string path, string[] fields)
    {
        Assert.NotNull(fields);
        await using var gateway = await StartAsync();
        var token = gateway.Pool.IdToken("s-1", apiKey: null, gateway.Clock);

        foreach (var body in new[] { "", "{", "email=ann" })
        {
            using var reply = await gateway.PostAsync(path, body, token);
            await reply.FailsAsync(400, "The request body is not valid JSON.");
        }

        foreach (var body in new[] { "[]", "null", "\"text\"", "7" })
        {
            using var reply = await gateway.PostAsync(path, body, token);
            await reply.FailsAsync(400, "The request body must be a JSON object.");
        }

        Assert.Empty(gateway.Faults.Calls);
    }

    private static Task<Gateway> StartAsync() => Gateway.StartAsync(settings: ["--PublicLimits:Burst=100"]);
}
