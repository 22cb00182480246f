using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace BedrockGateway.Infra.Tests;

/// <summary>
/// The stack in an emulator that holds functions to their roles, and calls as its functions make them.
/// </summary>
internal sealed class DeployedStack : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly LocalAws.LocalAws _aws;
    private readonly HttpClient _http;
    private readonly string _name;
    private readonly Dictionary<string, string> _outputs = [];

    private DeployedStack(LocalAws.LocalAws aws, string name)
    {
        _aws = aws;
        _name = name;
        _http = new() { BaseAddress = aws.Endpoint };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DeployedStack> StartAsync(GatewaySettings settings)
    {
        var template = SynthesizedStack.Template(settings with { FunctionsRunLocally = true });
        var aws = await LocalAws.LocalAws.StartAsync(new() { Bootstrapped = false }, Token);
        var stack = new DeployedStack(aws, settings.StackName);
        await stack.QueryAsync(new()
        {
            ["Action"] = "CreateStack",
            ["StackName"] = settings.StackName,
            ["TemplateBody"] = template.ToJsonString(),
            ["Capabilities.member.1"] = "CAPABILITY_IAM",
        });
        await stack.SettleAsync();
        return stack;
    }

    /// <summary>Makes a call with the credentials of a function.</summary>
    /// <param name="function">Last part of the function's name; none for the account's own.</param>
    /// <param name="call">
    /// <c>apigateway GET /apikeys</c>, <c>cognito-idp AdminGetUser {...}</c>: service, then method and path or
    /// operation, then the body. <c>{UserPoolId}</c> and the like are outputs of the stack.
    /// </param>
    /// <returns>The reply to it; <see langword="null"/> where it was not refused for want of a permission.</returns>
    public async Task<string?> RefusalAsync(string? function, string call)
    {
        using var reply = await SendAsync(function, call);
        var text = await reply.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("The security token included", text, StringComparison.Ordinal);
        return text.Contains("is not authorized to perform", StringComparison.Ordinal) ? text : null;
    }

    /// <summary>Names of the stack's log groups.</summary>
    public async Task<string[]> LogGroupsAsync()
    {
        using var reply = await SendAsync(function: null, "logs DescribeLogGroups {}");
        var groups = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!["logGroups"]!.AsArray();
        return [.. groups.Select(group => (string)group!["logGroupName"]!)];
    }

    /// <summary>Makes a call with the credentials of a function or the account's own.</summary>
    public async Task<HttpResponseMessage> SendAsync(string? function, string call)
    {
        var text = _outputs.Aggregate(call, (made, output) =>
            made.Replace($"{{{output.Key}}}", output.Value, StringComparison.Ordinal));
        var parts = text.Split(' ', 4);
        var isRest = parts.Length > 2 && parts[2].StartsWith('/');
        using var request = new HttpRequestMessage(
            isRest ? new(parts[1]) : HttpMethod.Post, new Uri(isRest ? parts[2] : "/", UriKind.Relative));
        request.Content = new StringContent(string.Join(' ', parts[(isRest ? 3 : 2)..]), Encoding.UTF8);
        request.Content.Headers.ContentType = null;
        if (!isRest)
        {
            request.Headers.Add("X-Amz-Target", $"{TargetOf(parts[0])}.{parts[1]}");
        }

        var key = function is null ? "any" : _aws.CredentialsOf($"{_name}-{function}").AccessKeyId;
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={key}/20260102/us-east-1/{parts[0]}/aws4_request, SignedHeaders=host, "
            + "Signature=0");
        return await _http.SendAsync(request, Token);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _aws.DisposeAsync();
    }

    private static string TargetOf(string service) => service switch
    {
        "cognito-idp" => "AWSCognitoIdentityProviderService",
        "logs" => "Logs_20140328",
        "ssm" => "AmazonSSM",
        _ => throw new ArgumentException($"{service} has no JSON protocol here."),
    };

    private async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var stack = await QueryAsync(new() { ["Action"] = "DescribeStacks", ["StackName"] = _name });
            var status = Assert.Single(stack.Descendants(), element => element.Name.LocalName == "StackStatus").Value;
            if (status != "CREATE_IN_PROGRESS")
            {
                Assert.Equal("CREATE_COMPLETE", status);
                foreach (var key in stack.Descendants().Where(element => element.Name.LocalName == "OutputKey"))
                {
                    _outputs[key.Value] = key.Parent!.Elements().Single(e => e.Name.LocalName == "OutputValue").Value;
                }

                return;
            }
        }
    }

    private async Task<XElement> QueryAsync(Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var reply = await _http.PostAsync(new Uri("/", UriKind.Relative), content, Token);
        var text = await reply.Content.ReadAsStringAsync(Token);
        Assert.True(reply.StatusCode == HttpStatusCode.OK, text);
        return XElement.Parse(text);
    }
}
