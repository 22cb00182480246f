using Amazon.Runtime;
using BedrockGateway.LocalAws.Tests.CloudFormation;

namespace BedrockGateway.LocalAws.Tests.Iam;

/// <summary>
/// An emulator with a function whose role says what a test wants, and credentials to call as the function.
/// </summary>
internal sealed class FunctionLab : IAsyncDisposable
{
    public const string Function = "lab-function";

    public const string Session = "arn:aws:sts::000000000000:assumed-role/lab-role/lab-function";

    private readonly StackLab _stack;

    private FunctionLab(StackLab stack) => _stack = stack;

    public LocalAws Aws => _stack.Aws;

    public AWSCredentials Credentials
    {
        get
        {
            var keys = Aws.CredentialsOf(Function);
            return new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
        }
    }

    /// <param name="statements">Of the role's own policy.</param>
    /// <param name="role">Further properties of the role.</param>
    /// <param name="resources">Further resources.</param>
    /// <param name="enforce">The emulator's setting.</param>
    public static async Task<FunctionLab> StartAsync(
        string statements = "", string role = "", string resources = "", bool enforce = true)
    {
        var lab = new FunctionLab(await StackLab.StartAsync(enforcePolicies: enforce));
        Assert.Equal("CREATE_COMPLETE", await lab._stack.CreateAsync(Template(statements, role, resources), Named));
        return lab;
    }

    public Task<string> UpdateAsync(string statements) =>
        _stack.UpdateAsync(Template(statements, role: "", resources: ""), Named);

    public Task<string> DeleteAsync() => _stack.DeleteAsync();

    public T Configure<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Aws.Endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    private static (string, string) Named => ("Capabilities.member.1", "CAPABILITY_NAMED_IAM");

    private static string Template(string statements, string role, string resources) =>
        $$"""
        {
          "Resources": {
            "Role": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "RoleName": "lab-role", "AssumeRolePolicyDocument": {}{{role}},
                "Policies": [{ "PolicyName": "own", "PolicyDocument": { "Statement": [{{statements}}] } }]
              }
            },
            "Function": {
              "Type": "AWS::Lambda::Function",
              "Properties": {
                "FunctionName": "lab-function", "Role": { "Fn::GetAtt": ["Role", "Arn"] },
                "Handler": "h", "Runtime": "provided.al2023", "Code": { "S3Bucket": "b", "S3Key": "k" }
              }
            }{{resources}}
          }
        }
        """;
}
