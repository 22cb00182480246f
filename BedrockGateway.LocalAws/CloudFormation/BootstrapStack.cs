using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation;

/// <summary>
/// Prepares the account as <c>cdk bootstrap</c> would, so that a CDK stack deploys into a fresh emulator.
/// </summary>
/// <remarks>
/// The stack has the name, the logical ids and the resource names of CDK's own: running <c>cdk bootstrap</c> updates it
/// in place.
/// Source: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
/// </remarks>
internal sealed class BootstrapStack(
    LocalAwsOptions options,
    StackStore stacks,
    StackTargetReader targets,
    StackCreation creation,
    StateLog state) : IHostedService
{
    private const string Name = "CDKToolkit";

    private const string Template =
        """
        {
          "Description": "This stack includes resources needed to deploy AWS CDK apps into this environment",
          "Resources": {
            "StagingBucket": {
              "Type": "AWS::S3::Bucket", "UpdateReplacePolicy": "Retain", "DeletionPolicy": "Retain",
              "Properties": { "BucketName": { "Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}" } }
            },
            "ContainerAssetsRepository": {
              "Type": "AWS::ECR::Repository",
              "Properties": {
                "RepositoryName": { "Fn::Sub": "cdk-hnb659fds-container-assets-${AWS::AccountId}-${AWS::Region}" }
              }
            },
            "FilePublishingRole": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "RoleName": { "Fn::Sub": "cdk-hnb659fds-file-publishing-role-${AWS::AccountId}-${AWS::Region}" },
                "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [] }
              }
            },
            "ImagePublishingRole": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "RoleName": { "Fn::Sub": "cdk-hnb659fds-image-publishing-role-${AWS::AccountId}-${AWS::Region}" },
                "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [] }
              }
            },
            "LookupRole": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "RoleName": { "Fn::Sub": "cdk-hnb659fds-lookup-role-${AWS::AccountId}-${AWS::Region}" },
                "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [] }
              }
            },
            "DeploymentActionRole": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "RoleName": { "Fn::Sub": "cdk-hnb659fds-deploy-role-${AWS::AccountId}-${AWS::Region}" },
                "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [] }
              }
            },
            "CloudFormationExecutionRole": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "RoleName": { "Fn::Sub": "cdk-hnb659fds-cfn-exec-role-${AWS::AccountId}-${AWS::Region}" },
                "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [] }
              }
            },
            "CdkBootstrapVersion": {
              "Type": "AWS::SSM::Parameter",
              "Properties": { "Type": "String", "Name": "/cdk-bootstrap/hnb659fds/version", "Value": "32" }
            }
          },
          "Outputs": {
            "BucketName": { "Value": { "Fn::Sub": "${StagingBucket}" } },
            "BucketDomainName": { "Value": { "Fn::Sub": "${StagingBucket.RegionalDomainName}" } },
            "ImageRepositoryName": { "Value": { "Fn::Sub": "${ContainerAssetsRepository}" } },
            "BootstrapVersion": { "Value": { "Fn::GetAtt": [ "CdkBootstrapVersion", "Value" ] } }
          }
        }
        """;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // State that was kept has it already, or it was deleted.
        if (!options.Bootstrapped || stacks.All().Any(stack => stack.Name == Name))
        {
            return;
        }

        // Nobody calls yet, and half of it could not be made again.
        using var together = state.Hold(TimeSpan.FromMinutes(1));

        var identity = stacks.NewIdentity(Name);
        var form = QueryParameters.Parse(
            $"TemplateBody={Uri.EscapeDataString(Template)}&Capabilities.member.1=CAPABILITY_NAMED_IAM");
        var target = targets.Read(form, identity, previous: null);
        await creation.RunAsync(stacks.GetOrAdd(identity, _ => { }), target, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
