using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>Where users, keys and models of a run are.</summary>
internal enum AwsKind
{
    /// <summary>In LocalAws, in this process.</summary>
    Local,

    /// <summary>Behind <c>AWS_ENDPOINT_URL</c>, which stands for an account.</summary>
    Endpoint,

    /// <summary>In the developer's account.</summary>
    Account,
}

/// <summary>
/// What <c>--aws</c> and <c>--bedrock</c> say, and the developer's own access to AWS where they ask for it.
/// </summary>
/// <param name="Kind">Where the stack is provisioned.</param>
/// <param name="Region">Region of the stack and of the models.</param>
/// <param name="Endpoint">Address of what stands for AWS; <see langword="null"/> unless there is one.</param>
/// <param name="IsBedrockAws">Whether the models are AWS's, whatever the rest is.</param>
/// <param name="Credentials">The developer's; <see langword="null"/> where nothing needs them.</param>
internal sealed record AwsTarget(
    AwsKind Kind, RegionEndpoint Region, Uri? Endpoint, bool IsBedrockAws, ImmutableCredentials? Credentials)
{
    private static readonly RegionEndpoint LocalRegion = RegionEndpoint.USEast1;

    /// <exception cref="StartFailureException">
    /// A value is not valid, or the environment has no Region, credentials or endpoint for it.
    /// </exception>
    public static AwsTarget Read(IConfiguration configuration)
    {
        var kind = configuration["aws"] switch
        {
            null or "" or "local" => AwsKind.Local,
            "endpoint" => AwsKind.Endpoint,
            "account" => AwsKind.Account,
            var other => throw new StartFailureException($"--aws is '{other}'; allowed is local, endpoint or account."),
        };
        var isBedrockAws = configuration["bedrock"] switch
        {
            null or "" or "local" => false,
            "aws" => true,
            var other => throw new StartFailureException($"--bedrock is '{other}'; allowed is local or aws."),
        };
        var option = kind is AwsKind.Local ? "--bedrock aws" : $"--aws {configuration["aws"]}";
        return kind is AwsKind.Local && !isBedrockAws
            ? new(kind, LocalRegion, Endpoint: null, IsBedrockAws: false, Credentials: null)
            : new(kind, OwnRegion(option), EndpointOf(kind), isBedrockAws, OwnCredentials(option));
    }

    private static Uri? EndpointOf(AwsKind kind) => kind is not AwsKind.Endpoint
        ? null
        : Uri.TryCreate(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"), UriKind.Absolute, out var endpoint)
            ? endpoint
            : throw new StartFailureException(
                "--aws endpoint needs AWS_ENDPOINT_URL in the environment: the address of what stands for AWS.");

    private static RegionEndpoint OwnRegion(string option) =>
        FallbackRegionFactory.GetRegionEndpoint() ?? throw new StartFailureException(
            $"{option} needs a Region: set AWS_REGION, or the region of your AWS profile.");

    private static ImmutableCredentials OwnCredentials(string option)
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials().GetCredentials();
        }
        catch (AmazonClientException none)
        {
            throw new StartFailureException($"{option} needs AWS credentials: {none.Message}");
        }
    }
}
