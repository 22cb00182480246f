using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>DeploymentMode</c>; others can be made from a string.</summary>
public class DeploymentMode : ConstantClass
{
    public static readonly DeploymentMode REVERT_DRIFT = new("REVERT_DRIFT");

    public DeploymentMode(string value)
        : base(value)
    {
    }

    public static implicit operator DeploymentMode(string value) => FindValue(value);

    public static DeploymentMode FindValue(string value) =>
        FindValue<DeploymentMode>(value);
}
