using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Infra;

namespace BedrockGateway.Deploy.Tests;

/// <summary>
/// The gateway's stack in an account, with functions that only say their name, and somebody who uses it.
/// </summary>
internal sealed class LiveStack : IAsyncDisposable
{
    /// <summary>The company's own name of the API.</summary>
    public const string Domain = "api.example.com";

    private const string Address = "ada@example.com";
    private const string Password = "Passw0rd!";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Nothing but what a test changes may refuse a request.
    private static readonly GatewaySettings Settings = new()
    {
        FunctionsRunLocally = true,
        ThrottleRateLimit = 1_000,
        ThrottleBurstLimit = 1_000,
        PublicRateLimit = 1_000,
        PublicBurstLimit = 1_000,
        QuotaLimit = 1_000,
        // Everything that a setting adds.
        AlarmEmail = "ops@example.com",
        CertificateArn = "arn:aws:acm:us-east-1:000000000000:certificate/c",
        CustomDomain = Domain,
        EnableWaf = true,
        RetainUsers = false,
    };

    private static readonly Lazy<string> Synthesized = new(Synthesize);

    private readonly List<AnsweringFunction> _functions = [];

    private LiveStack(Account account) => Account = account;

    public Account Account { get; }

    /// <summary>The template as it was last deployed.</summary>
    public JsonObject Template { get; private set; } = JsonNode.Parse(Synthesized.Value)!.AsObject();

    public string IdToken { get; private set; } = string.Empty;

    public string ApiKey { get; private set; } = string.Empty;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="arrange">Puts the template's resources into another order.</param>
    public static async Task<LiveStack> CreateAsync(
        Func<JsonObject, IEnumerable<KeyValuePair<string, JsonNode?>>>? arrange = null)
    {
        var stack = new LiveStack(await Account.OpenAsync());
        var resources = stack.Template["Resources"]!.AsObject();
        stack.Template["Resources"] = new JsonObject(
            (arrange?.Invoke(resources) ?? resources).Select(resource =>
                KeyValuePair.Create(resource.Key, resource.Value?.DeepClone())).ToList());
        await stack.DeployAsync("CreateStack", "CREATE_COMPLETE");
        var names = new FunctionNames(Settings.StackName);
        foreach (var name in new[] { names.Accounts, names.Models })
        {
            stack._functions.Add(await AnsweringFunction.StartAsync(stack.Account.Aws, name));
        }

        await stack.EnrolAsync(await stack.Account.OutputsAsync());
        return stack;
    }

    /// <summary>Changes resources of a type, as an override in the stack would, and updates the stack.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="change">Changes the properties of each resource.</param>
    public async Task UpdateAsync(string type, Action<JsonObject> change)
    {
        var resources = Template["Resources"]!.AsObject().Select(resource => resource.Value!.AsObject())
            .Where(resource => (string?)resource["Type"] == type).ToList();
        Assert.NotEmpty(resources);
        foreach (var resource in resources)
        {
            change(resource["Properties"]!.AsObject());
        }

        await DeployAsync("UpdateStack", "UPDATE_COMPLETE");
    }

    /// <summary>Gives the deployment another logical id, as CDK does when it has a hash of other values.</summary>
    public async Task RedeployAsync()
    {
        var id = Template["Resources"]!.AsObject()
            .Single(resource => (string?)resource.Value!["Type"] == "AWS::ApiGateway::Deployment").Key;
        var text = Template.ToJsonString().Replace($"\"{id}\"", $"\"{id}X\"", StringComparison.Ordinal);
        Template = JsonNode.Parse(text)!.AsObject();
        await DeployAsync("UpdateStack", "UPDATE_COMPLETE");
    }

    /// <summary>Deletes the stack and waits until it is gone.</summary>
    public async Task<string> DeleteAsync()
    {
        var id = await Account.StackIdAsync();
        await Account.CloudFormation.CallAsync("DeleteStack", ("StackName", Settings.StackName));
        return await SettleAsync(id);
    }

    /// <summary>Status and body of a call with these headers.</summary>
    public async Task<string> CallAsync(
        string method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var response = await SendAsync(method, path, headers);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Token)}";
    }

    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Account.Http.SendAsync(request, Token);
    }

    /// <summary>A call of /bedrock by somebody with token and key.</summary>
    public Task<string> CallModelsAsync() =>
        CallAsync("GET", "bedrock", ("Authorization", IdToken), ("x-api-key", ApiKey));

    /// <summary>Why nobody may sign up with the password that was good enough at first.</summary>
    public async Task<string> RefusedPasswordAsync()
    {
        var client = (await Account.OutputsAsync())["UserPoolClientId"];
        var refused = await Assert.ThrowsAsync<InvalidPasswordException>(() => Account.Cognito.SignUpAsync(
            new SignUpRequest { ClientId = client, Username = "grace@example.com", Password = Password }, Token));
        return refused.Message;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions)
        {
            await function.DisposeAsync();
        }

        await Account.DisposeAsync();
    }

    private static string Synthesize()
    {
        using var folder = new TestFolder();
        return CloudAssembly.TemplateIn(CloudAssembly.Write(folder.Path, Settings)).ToJsonString();
    }

    private async Task DeployAsync(string action, string expected)
    {
        await Account.CloudFormation.CallAsync(
            action,
            ("StackName", Settings.StackName),
            ("TemplateBody", Template.ToJsonString()),
            ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"));
        var status = await SettleAsync(Settings.StackName);
        Assert.True(status == expected, string.Join('\n', await Account.EventsAsync()));
    }

    private async Task<string> SettleAsync(string nameOrId)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var status = await Account.StatusAsync(nameOrId);
            if (!status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                return status;
            }

            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task EnrolAsync(IReadOnlyDictionary<string, string> outputs)
    {
        var client = outputs["UserPoolClientId"];
        await Account.Cognito.SignUpAsync(
            new SignUpRequest
            {
                ClientId = client,
                Username = Address,
                Password = Password,
                UserAttributes = [new AttributeType { Name = "email", Value = Address }],
            },
            Token);
        await Account.Cognito.AdminConfirmSignUpAsync(
            new AdminConfirmSignUpRequest { UserPoolId = outputs["UserPoolId"], Username = Address }, Token);
        var login = await Account.Cognito.InitiateAuthAsync(
            new InitiateAuthRequest
            {
                ClientId = client,
                AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
                AuthParameters = new() { ["USERNAME"] = Address, ["PASSWORD"] = Password },
            },
            Token);
        IdToken = login.AuthenticationResult.IdToken;
        var key = await Account.ApiGateway.CreateApiKeyAsync(
            new CreateApiKeyRequest { Name = "key", Enabled = true }, Token);
        await Account.ApiGateway.CreateUsagePlanKeyAsync(
            new CreateUsagePlanKeyRequest { KeyId = key.Id, KeyType = "API_KEY", UsagePlanId = outputs["UsagePlanId"] },
            Token);
        ApiKey = key.Value;
    }
}
