using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using ResourceNotFoundException = Amazon.CognitoIdentityProvider.Model.ResourceNotFoundException;

namespace BedrockGateway.LocalAws.Tests.Iam;

/// <summary>
/// A function may do what its role allows, whichever service it calls, and hears why not as from AWS.
/// </summary>
public sealed class FunctionPoliciesTests
{
    private const string Keys = "arn:aws:apigateway:us-east-1::/apikeys";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JsonService_DeniesWith400AndTheMissingPermission()
    {
        await using var lab = await FunctionLab.StartAsync(Allow("cognito-idp:AdminGetUser", Pool("us-east-1_other")));
        using var cognito = Cognito(lab);

        var fault = await Assert.ThrowsAsync<AmazonCognitoIdentityProviderException>(() => cognito.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = "us-east-1_pool", Username = "ada" }, Token));

        Assert.Equal((HttpStatusCode.BadRequest, "AccessDeniedException"), (fault.StatusCode, fault.ErrorCode));
        Assert.Equal(Denial("cognito-idp:AdminGetUser", Pool("us-east-1_pool")), fault.Message);
    }

    [Fact]
    public async Task JsonService_AllowsWhatAPolicyAllows()
    {
        await using var lab = await FunctionLab.StartAsync(Allow("cognito-idp:AdminGet*", Pool("us-east-1_pool")));
        using var cognito = Cognito(lab);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cognito.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = "us-east-1_pool", Username = "ada" }, Token));
    }

    [Fact]
    public async Task OperationOfUsers_NeedsNoPermission()
    {
        await using var lab = await FunctionLab.StartAsync();
        using var cognito = Cognito(lab);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cognito.InitiateAuthAsync(
            new InitiateAuthRequest { ClientId = "none", AuthFlow = AuthFlowType.USER_PASSWORD_AUTH }, Token));
    }

    [Fact]
    public async Task RestService_DeniesWith403AndThePath()
    {
        await using var lab = await FunctionLab.StartAsync(Allow("apigateway:GET", $"{Keys}/*"));
        using var gateway = Gateway(lab);

        var fault = await Assert.ThrowsAsync<AmazonAPIGatewayException>(() =>
            gateway.GetApiKeysAsync(new GetApiKeysRequest { NameQuery = "a" }, Token));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDeniedException"), (fault.StatusCode, fault.ErrorCode));
        Assert.Equal(Denial("apigateway:GET", Keys), fault.Message);
        await Assert.ThrowsAsync<NotFoundException>(() =>
            gateway.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = "none" }, Token));
    }

    [Fact]
    public async Task KeyWithTags_NeedsThePermissionToTagKeys()
    {
        const string Tags =
            "arn:aws:apigateway:us-east-1::/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Fapikeys%2F*";
        var tagged = new CreateApiKeyRequest { Name = "k", Enabled = true, Tags = new() { ["stack"] = "s" } };
        await using var lab = await FunctionLab.StartAsync(Allow("apigateway:POST", Keys));
        using var gateway = Gateway(lab);

        await gateway.CreateApiKeyAsync(new CreateApiKeyRequest { Name = "bare", Enabled = true }, Token);
        var fault = await Assert.ThrowsAsync<AmazonAPIGatewayException>(() =>
            gateway.CreateApiKeyAsync(tagged, Token));
        await lab.UpdateAsync($"{Allow("apigateway:POST", Keys)},{Allow("apigateway:PUT", Tags)}");
        var made = await gateway.CreateApiKeyAsync(tagged, Token);

        Assert.Equal(Denial("apigateway:PUT", Tags), fault.Message);
        Assert.Equal("k", made.Name);
    }

    [Fact]
    public async Task RequestTag_IsACondition()
    {
        await using var lab = await FunctionLab.StartAsync(
            """
            {"Effect":"Allow","Action":["apigateway:POST","apigateway:PUT"],"Resource":"*",
             "Condition":{"StringEquals":{"aws:RequestTag/stack":"mine"}}}
            """);
        using var gateway = Gateway(lab);

        await gateway.CreateApiKeyAsync(new CreateApiKeyRequest { Tags = new() { ["stack"] = "mine" } }, Token);
        await Assert.ThrowsAsync<AmazonAPIGatewayException>(() => gateway.CreateApiKeyAsync(
            new CreateApiKeyRequest { Tags = new() { ["stack"] = "other" } }, Token));
    }

    [Fact]
    public async Task ServiceWithoutARule_IsAskedForOnAllResources()
    {
        await using var lab = await FunctionLab.StartAsync(Allow("ssm:*", "arn:aws:ssm:*"));
        using var ssm = new AmazonSimpleSystemsManagementClient(
            lab.Credentials, lab.Configure(new AmazonSimpleSystemsManagementConfig()));

        var fault = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() =>
            ssm.GetParameterAsync(new GetParameterRequest { Name = "/a" }, Token));

        Assert.Equal(Denial("ssm:GetParameter", "*"), fault.Message);
    }

    [Fact]
    public async Task ExplicitDeny_IsSaidToBeOne()
    {
        await using var lab = await FunctionLab.StartAsync(
            $$"""{{Allow("*", "*")}},{"Effect":"Deny","Action":"apigateway:GET","Resource":"*"}""");
        using var gateway = Gateway(lab);

        var fault = await Assert.ThrowsAsync<AmazonAPIGatewayException>(() =>
            gateway.GetApiKeysAsync(new GetApiKeysRequest(), Token));

        Assert.Equal(
            $"User: {FunctionLab.Session} is not authorized to perform: apigateway:GET on resource: {Keys} "
            + "with an explicit deny in an identity-based policy",
            fault.Message);
    }

    [Fact]
    public async Task WhoCalls_IsTheSessionOfTheRole()
    {
        await using var lab = await FunctionLab.StartAsync();
        using var sts = new AmazonSecurityTokenServiceClient(
            lab.Credentials, lab.Configure(new AmazonSecurityTokenServiceConfig()));

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Token);
        var fault = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = "arn:aws:iam::000000000000:role/admin", RoleSessionName = "me" }, Token));

        Assert.Equal((FunctionLab.Session, "000000000000"), (identity.Arn, identity.Account));
        Assert.Matches("^AROA[A-Z2-7]{17}:lab-function$", identity.UserId);
        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (fault.StatusCode, fault.ErrorCode));
        Assert.Equal(Denial("sts:AssumeRole", "arn:aws:iam::000000000000:role/admin"), fault.Message);
    }

    private static AmazonCognitoIdentityProviderClient Cognito(FunctionLab lab) =>
        new(lab.Credentials, lab.Configure(new AmazonCognitoIdentityProviderConfig()));

    private static AmazonAPIGatewayClient Gateway(FunctionLab lab) =>
        new(lab.Credentials, lab.Configure(new AmazonAPIGatewayConfig()));

    private static string Allow(string action, string resource) =>
        $$"""{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}""";

    private static string Pool(string id) => $"arn:aws:cognito-idp:us-east-1:000000000000:userpool/{id}";

    private static string Denial(string action, string resource) =>
        $"User: {FunctionLab.Session} is not authorized to perform: {action} on resource: {resource} "
        + $"because no identity-based policy allows the {action} action";
}
