using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>The template of a managed package, deployed.</summary>
public sealed partial class ManagedStackTests
{
    [Fact]
    public async Task Gateway_ReachesTheFunctionThroughItsAlias()
    {
        await using var cloud = await LocalCloud.StartAsync();
        var template = SynthesizedStack.Template(
            new() { LambdaPackage = LambdaPackage.Managed, OrganizationDomain = "example.com" });
        foreach (var (_, function) in template.Resources("AWS::Lambda::Function"))
        {
            // Nobody has uploaded the package: whatever polls is the function.
            function["Code"]!["S3Bucket"] = "no-such-bucket";
        }

        var stack = await cloud.CreateStackAsync(template.ToJsonString());
        var runtime = await cloud.Aws.OpenRuntimeApiAsync(
            "BedrockGateway-accounts", TestContext.Current.CancellationToken);
        using var client = new HttpClient();

        var answered = AnswerAsync($"http://{runtime}/2018-06-01/runtime/invocation");
        using var body = new StringContent("{}");
        using var reply = await client.PostAsync(
            new Uri($"{cloud.Aws.Endpoint}_aws/execute-api/{ApiId().Match(stack).Groups[1].Value}/prod/register"),
            body,
            TestContext.Current.CancellationToken);

        Assert.Equal("polled", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.EndsWith(":function:BedrockGateway-accounts:live", await answered, StringComparison.Ordinal);
    }

    // Takes one event, answers it, and returns the ARN under which the function was invoked.
    private static async Task<string> AnswerAsync(string invocations)
    {
        using var client = new HttpClient();
        using var next = await client.GetAsync(
            new Uri($"{invocations}/next"), TestContext.Current.CancellationToken);
        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        using var content = new StringContent("""{"statusCode":200,"body":"polled"}""");
        using var taken = await client.PostAsync(
            new Uri($"{invocations}/{id}/response"), content, TestContext.Current.CancellationToken);
        return next.Headers.GetValues("Lambda-Runtime-Invoked-Function-Arn").Single();
    }

    [GeneratedRegex("<OutputKey>RestApiId</OutputKey>\\s*<OutputValue>(.*?)</OutputValue>")]
    private static partial Regex ApiId();
}
