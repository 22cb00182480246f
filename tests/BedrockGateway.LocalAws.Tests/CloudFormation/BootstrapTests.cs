using System.Xml.Linq;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class BootstrapTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Assets = "cdk-hnb659fds-assets-000000000000-us-east-1";

    // As cdk synth writes it, cut to what it always holds.
    private const string CdkTemplate =
        """
        {
          "Resources": {
            "CDKMetadata": { "Type": "AWS::CDK::Metadata", "Properties": { "Analytics": "v2:deflate64:x" } },
            "Role": {
              "Type": "AWS::IAM::Role",
              "Properties": { "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [] } }
            },
            "RolePolicy": {
              "Type": "AWS::IAM::Policy",
              "Properties": { "PolicyName": "p", "PolicyDocument": { "Statement": [] }, "Roles": [{ "Ref": "Role" }] }
            },
            "Managed": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Statement": [] } } },
            "Log": { "Type": "AWS::Logs::LogGroup", "Properties": { "RetentionInDays": 7 } },
            "Alarm": {
              "Type": "AWS::CloudWatch::Alarm",
              "Properties": {
                "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1, "Namespace": "n",
                "MetricName": "m", "Statistic": "Sum", "Period": 60
              }
            },
            "Setting": {
              "Type": "AWS::SSM::Parameter",
              "Properties": { "Type": "String", "Value": { "Ref": "BootstrapVersion" } }
            },
            "Store": { "Type": "AWS::S3::Bucket" },
            "StorePolicy": {
              "Type": "AWS::S3::BucketPolicy",
              "Properties": { "Bucket": { "Ref": "Store" }, "PolicyDocument": {} }
            }
          },
          "Outputs": {
            "RoleArn": { "Value": { "Fn::GetAtt": ["Role", "Arn"] } },
            "RoleName": { "Value": { "Ref": "Role" } },
            "Managed": { "Value": { "Ref": "Managed" } },
            "LogArn": { "Value": { "Fn::GetAtt": ["Log", "Arn"] } },
            "AlarmArn": { "Value": { "Fn::GetAtt": ["Alarm", "Arn"] } },
            "Setting": { "Value": { "Fn::GetAtt": ["Setting", "Value"] } },
            "Bucket": { "Value": { "Fn::GetAtt": ["Store", "RegionalDomainName"] } }
          },
          "Parameters": {
            "BootstrapVersion": {
              "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version",
              "Description": "Version of the CDK Bootstrap resources in this environment [cdk:skip]"
            }
          },
          "Rules": {
            "CheckBootstrapVersion": {
              "Assertions": [{
                "Assert": {
                  "Fn::Not": [{ "Fn::Contains": [["1", "2", "3", "4", "5"], { "Ref": "BootstrapVersion" }] }]
                },
                "AssertDescription": "CDK bootstrap stack version 6 required."
              }]
            }
          }
        }
        """;

    [Fact]
    public async Task FreshEmulator_IsBootstrappedForTheCdk()
    {
        using var client = new QueryClient(fixture.Aws.Endpoint, "cloudformation");
        using var ssm = new AmazonSimpleSystemsManagementClient(
            LocalAwsFixture.Credentials, fixture.Configure(new AmazonSimpleSystemsManagementConfig()));

        var toolkit = await client.CallAsync("DescribeStacks", ("StackName", "CDKToolkit"));
        var version = await ssm.GetParameterAsync(
            new GetParameterRequest { Name = "/cdk-bootstrap/hnb659fds/version" },
            TestContext.Current.CancellationToken);

        Assert.Equal("CREATE_COMPLETE", (string)toolkit.Descendants("StackStatus").Single()!);
        Assert.Equal(
            [
                Assets,
                $"{Assets}.s3.us-east-1.amazonaws.com",
                "cdk-hnb659fds-container-assets-000000000000-us-east-1",
                "32",
            ],
            toolkit.Descendants("OutputValue").Select(value => (string)value!));
        Assert.Equal("32", version.Parameter.Value);
        Assert.Equal(
            "arn:aws:ssm:us-east-1:000000000000:parameter/cdk-bootstrap/hnb659fds/version", version.Parameter.ARN);
    }

    [Fact]
    public async Task CdkStack_DeploysFromAPublishedTemplate_WithTheAttributesOfAws()
    {
        await using var lab = await StackLab.StartAsync(bootstrapped: true);
        using var s3 = new AmazonS3Client(
            LocalAwsFixture.Credentials,
            new AmazonS3Config
            {
                ServiceURL = lab.Aws.Endpoint.ToString(),
                AuthenticationRegion = "us-east-1",
                ForcePathStyle = true,
            });
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = Assets, Key = "a b.json", ContentBody = CdkTemplate },
            TestContext.Current.CancellationToken);

        await lab.Client.CallAsync(
            "CreateStack",
            ("StackName", "lab"),
            ("TemplateURL", $"https://s3.us-east-1.amazonaws.com/{Assets}/a%20b.json"),
            ("Capabilities.member.1", "CAPABILITY_IAM"));

        Assert.Equal("CREATE_COMPLETE", await lab.SettleAsync("lab"));
        var outputs = (await lab.DescribeAsync("lab")).Descendants("Outputs").Elements()
            .ToDictionary(
                output => (string)output.Element("OutputKey")!, output => (string)output.Element("OutputValue")!);
        Assert.Matches("^lab-Role-[A-Z0-9]{12}$", outputs["RoleName"]);
        Assert.Equal($"arn:aws:iam::000000000000:role/{outputs["RoleName"]}", outputs["RoleArn"]);
        Assert.Matches("^arn:aws:iam::000000000000:policy/lab-Managed-[A-Z0-9]{12}$", outputs["Managed"]);
        Assert.Matches("^arn:aws:logs:us-east-1:000000000000:log-group:lab-Log-[A-Z0-9]{12}:\\*$", outputs["LogArn"]);
        Assert.Matches("^arn:aws:cloudwatch:us-east-1:000000000000:alarm:lab-Alarm-[A-Z0-9]{12}$", outputs["AlarmArn"]);
        Assert.Equal("32", outputs["Setting"]);
        Assert.Matches("^lab-store-[a-z0-9]{12}\\.s3\\.us-east-1\\.amazonaws\\.com$", outputs["Bucket"]);
        Assert.Equal("32", (string)(await lab.DescribeAsync("lab")).Descendants("ResolvedValue").Single()!);
        await AssertRoleAsync(lab, outputs["RoleName"], outputs["RoleArn"]);
    }

    [Theory]
    [InlineData("https://s3.us-east-1.amazonaws.com/absent/key", "S3 error: The specified bucket does not exist")]
    [InlineData(
        "https://cdk-hnb659fds-assets-000000000000-us-east-1.s3.us-east-1.amazonaws.com/absent",
        "S3 error: The specified key does not exist.")]
    public async Task UnpublishedTemplate_IsAnS3Error(string url, string expected)
    {
        using var client = new QueryClient(fixture.Aws.Endpoint, "cloudformation");

        var fault = await Assert.ThrowsAsync<QueryFault>(() =>
            client.CallAsync("CreateStack", ("StackName", "lab"), ("TemplateURL", url)));

        Assert.Equal(
            expected + "\n" +
            "For more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
            fault.Message);
    }

    private static async Task AssertRoleAsync(StackLab lab, string name, string arn)
    {
        using var iam = new QueryClient(lab.Aws.Endpoint, "iam");
        XElement role = await iam.CallAsync("GetRole", ("RoleName", name));
        Assert.Equal(arn, (string)role.Descendants("Arn").Single()!);
        Assert.Equal(
            "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D",
            (string)role.Descendants("AssumeRolePolicyDocument").Single()!);

        await lab.DeleteAsync();
        var fault = await Assert.ThrowsAsync<QueryFault>(() => iam.CallAsync("GetRole", ("RoleName", name)));
        Assert.Equal("NoSuchEntity", fault.Code);
        Assert.Equal($"The role with name {name} cannot be found.", fault.Message);
    }
}
