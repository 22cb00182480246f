using Amazon;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>What the process environment decides; it belongs to all tests, so these run alone.</summary>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ServiceVariable_WinsOverTheGeneralOne()
    {
        await using var general = await WireServer.AnsweringAsync(200, "{}", Token);
        await using var cognito = await WireServer.AnsweringAsync(200, "{}", Token);
        using var environment = new EnvironmentVariables(
            ("AWS_ENDPOINT_URL", general.Url),
            ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.Url),
            ("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_REGION", "ap-south-1"));
        using var models = new AmazonBedrockClient();
        using var users = new AmazonCognitoIdentityProviderClient();

        await models.ListFoundationModelsAsync(new ListFoundationModelsRequest(), Token);
        await users.AdminGetUserAsync(new AdminGetUserRequest { UserPoolId = "p_1", Username = "u" }, Token);

        Assert.Equal("AKIDENVIRONMENT/ap-south-1/bedrock", Assert.Single(general.Requests).SignatureScope);
        Assert.Equal("AKIDENVIRONMENT/ap-south-1/cognito-idp", Assert.Single(cognito.Requests).SignatureScope);
    }

    [Fact]
    public async Task BedrockBearerToken_ReplacesTheSignatureAndIsNotSentInClear()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var environment = new EnvironmentVariables(
            ("AWS_ENDPOINT_URL", server.Url), ("AWS_BEARER_TOKEN_BEDROCK", "token-1"), ("AWS_REGION", "us-east-1"));
        using var client = new AmazonBedrockClient();

        var fault = await Assert.ThrowsAsync<AmazonClientException>(
            () => client.ListFoundationModelsAsync(new ListFoundationModelsRequest(), Token));

        Assert.Equal(
            $"The configured endpoint [{server.Url}/] is invalid for the bearer authorization scheme. "
            + "Endpoint must not use 'http'.",
            fault.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task InitializedCollections_AreEmptyInsteadOfNullAndStayHome()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var client = Clients.Cognito(server);
        AWSConfigs.InitializeCollections = true;
        try
        {
            var response = await client.ListUsersAsync(new ListUsersRequest { UserPoolId = "p_1" }, Token);

            Assert.Empty(response.Users);
            Assert.Equal("""{"UserPoolId":"p_1"}""", Assert.Single(server.Requests).Text);
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }

    private sealed class EnvironmentVariables : IDisposable
    {
        private readonly List<(string Name, string? Value)> _before = [];

        public EnvironmentVariables(params (string Name, string Value)[] variables)
        {
            foreach (var (name, value) in variables)
            {
                _before.Add((name, Environment.GetEnvironmentVariable(name)));
                Environment.SetEnvironmentVariable(name, value);
            }

            // The runtime remembers the region that it found first.
            FallbackRegionFactory.Reset();
        }

        public void Dispose()
        {
            foreach (var (name, value) in _before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            FallbackRegionFactory.Reset();
        }
    }
}
