namespace BedrockGateway.TestGateway.Attacks;

/// <summary>A gateway by its address, whatever it runs in, and a login there to attack it with.</summary>
/// <param name="address">Where its routes are, with a slash at the end: <c>http://127.0.0.1:8080/</c>.</param>
/// <param name="key">The API key of whoever logged in.</param>
/// <param name="genuine">The tokens of the login.</param>
internal sealed class AttackedGateway(Uri address, string key, GenuineToken genuine)
{
    // A protected route whose reply tells that somebody got in.
    private readonly Uri _route = new(address, "bedrock");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Asserts that the login gets in, without which a refusal says nothing.</summary>
    public async Task AdmitsTheGenuineAsync()
    {
        var (status, text) = await SendAsync([genuine.IdToken]);

        Assert.Equal(200, status);
        Assert.Contains("foundationModels", text, StringComparison.Ordinal);
    }

    /// <summary>Asserts that an attack is refused, in the words in which every bad token is.</summary>
    /// <param name="name">One of <see cref="TokenAttacks.Names"/>.</param>
    public async Task RefusesAsync(string name)
    {
        var attack = TokenAttacks.Named(name);

        var (status, text) = await SendAsync(attack.Authorizations(genuine));

        if (attack.IsMalformed)
        {
            Assert.InRange(status, 400, 499);
        }
        else
        {
            Assert.Equal(401, status);
            Assert.Contains("\"message\":\"Unauthorized\"", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("foundationModels", text, StringComparison.Ordinal);
    }

    // A stage's throttle comes before its authorizer.
    private async Task<(int Status, string Text)> SendAsync(string[] authorizations)
    {
        while (true)
        {
            var reply = await RawRequest.GetAsync(
                _route, [.. authorizations.Select(value => ("Authorization", value)), ("x-api-key", key)], Token);
            if (reply.Status != 429)
            {
                return reply;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), Token);
        }
    }
}
