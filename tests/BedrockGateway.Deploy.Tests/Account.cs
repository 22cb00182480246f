using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.APIGateway;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace BedrockGateway.Deploy.Tests;

/// <summary>
/// An emulated account of its own, the CDK CLI that is told of nothing else, and clients that look into it.
/// </summary>
internal sealed class Account : IAsyncDisposable
{
    private static readonly TimeSpan CliTimeout = TimeSpan.FromMinutes(2);

    private static readonly NodePackages Cli = new("BedrockGateway.Infra");

    private static readonly BasicAWSCredentials Credentials = new("any", "any");

    private Account(LocalAws.LocalAws aws)
    {
        Aws = aws;
        CloudFormation = new(aws.Endpoint, "cloudformation");
        ApiGateway = new(Credentials, Configure(new AmazonAPIGatewayConfig()));
        Cognito = new(Credentials, Configure(new AmazonCognitoIdentityProviderConfig()));
        Http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(aws.Gateway, "/prod/") };
    }

    public LocalAws.LocalAws Aws { get; }

    public QueryClient CloudFormation { get; }

    public AmazonAPIGatewayClient ApiGateway { get; }

    public AmazonCognitoIdentityProviderClient Cognito { get; }

    /// <summary>The deployed gateway.</summary>
    public HttpClient Http { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="bootstrapped">Whether somebody has run <c>cdk bootstrap</c> before.</param>
    public static async Task<Account> OpenAsync(bool bootstrapped = true) =>
        new(await LocalAws.LocalAws.StartAsync(new() { Bootstrapped = bootstrapped }, Token));

    /// <summary>Says why the CDK CLI cannot run here, <see langword="null"/> where it can.</summary>
    public static Task<string?> WhyNoCliAsync() => OperatingSystem.IsWindows()
        ? Task.FromResult<string?>("The functions' package is a shell script.")
        : Cli.WhyNotAsync();

    /// <summary>Skips the test where the CDK CLI cannot run.</summary>
    public static async Task RequireCliAsync()
    {
        var whyNot = await WhyNoCliAsync();
        Assert.SkipUnless(whyNot is null, whyNot ?? string.Empty);
    }

    /// <summary>Runs <c>npx aws-cdk</c> with these arguments, as it is installed in BedrockGateway.Infra.</summary>
    public async Task<ChildOutcome> CdkAsync(params string[] arguments)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(CliTimeout);
        string[] command =
        [
            Path.Combine(Cli.Folder, "node_modules", "aws-cdk", "bin", "cdk"),
            .. arguments,
            "--no-notices",
            "--no-color",
            "--ci=false", // Where CI is set the CLI would write its progress to the standard output.
        ];
        return await ChildProcess.RunAsync(
            "node", command, ClientEnvironment.For(Aws, [("CDK_DISABLE_CLI_TELEMETRY", "true")]), deadline.Token);
    }

    /// <summary>Deploys what a folder holds, and insists that it works.</summary>
    public async Task<string> DeployAsync(string assembly)
    {
        var outcome = await CdkAsync("deploy", "--app", assembly, "--require-approval", "never");
        Assert.True(outcome.ExitCode == 0, $"{outcome.Output}\n{outcome.Error}");
        return outcome.Output + outcome.Error;
    }

    /// <summary>Outputs of a stack.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OutputsAsync(string stack = "BedrockGateway") =>
        (await DescribeAsync(stack)).Descendants("Outputs").Single().Elements("member")
            .ToDictionary(
                output => (string)output.Element("OutputKey")!, output => (string)output.Element("OutputValue")!);

    public async Task<string> StatusAsync(string stack = "BedrockGateway") =>
        (string)(await DescribeAsync(stack)).Descendants("StackStatus").Single()!;

    /// <summary>ARN of a stack, by which it is known when it is gone.</summary>
    public async Task<string> StackIdAsync(string stack = "BedrockGateway") =>
        (string)(await DescribeAsync(stack)).Descendants("StackId").Single()!;

    /// <summary>Physical ids of a stack's resources by logical id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ResourcesAsync(string stack = "BedrockGateway")
    {
        var reply = await CloudFormation.CallAsync("ListStackResources", ("StackName", stack));
        return reply.Descendants("member").ToDictionary(
            resource => (string)resource.Element("LogicalResourceId")!,
            resource => (string)resource.Element("PhysicalResourceId")!);
    }

    /// <summary>History of a stack, newest first: <c>{logical id} {status} {reason}</c>.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string stack = "BedrockGateway")
    {
        var reply = await CloudFormation.CallAsync("DescribeStackEvents", ("StackName", stack));
        return
        [
            .. reply.Descendants("StackEvents").Single().Elements("member").Select(happened => string.Join(
                ' ',
                (string)happened.Element("LogicalResourceId")!,
                (string)happened.Element("ResourceStatus")!,
                (string?)happened.Element("ResourceStatusReason")).TrimEnd()),
        ];
    }

    /// <summary>Whether a stack of that name exists.</summary>
    public async Task<bool> ExistsAsync(string stack = "BedrockGateway")
    {
        var reply = await CloudFormation.CallAsync("DescribeStacks");
        return reply.Descendants("StackName").Any(name => (string)name! == stack);
    }

    /// <summary>What the emulator says of the functions that are deployed.</summary>
    public async Task<JsonArray> FunctionsAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Aws.Endpoint };
        return (await http.GetFromJsonAsync<JsonArray>(new Uri("_local/functions", UriKind.Relative), Token))!;
    }

    /// <summary>The user pools of the account.</summary>
    public async Task<JsonArray> UserPoolsAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Aws.Endpoint };
        http.DefaultRequestHeaders.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.ListUserPools");
        using var content = new StringContent("""{"MaxResults":60}""");
        using var reply = await http.PostAsync(new Uri("/", UriKind.Relative), content, Token);
        return (await reply.Content.ReadFromJsonAsync<JsonNode>(Token))!["UserPools"]!.AsArray();
    }

    public async ValueTask DisposeAsync()
    {
        CloudFormation.Dispose();
        ApiGateway.Dispose();
        Cognito.Dispose();
        Http.Dispose();
        await Aws.DisposeAsync();
    }

    private T Configure<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Aws.Endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }

    private Task<XElement> DescribeAsync(string stack) =>
        CloudFormation.CallAsync("DescribeStacks", ("StackName", stack));
}
